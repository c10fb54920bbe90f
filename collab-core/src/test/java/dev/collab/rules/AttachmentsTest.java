package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.model.HistoryWindow;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asha is assigned, Bo and Cy collaborate; supervisor, admin, the group and the inbox read from outside. */
class AttachmentsTest {
    private static final AttachmentId ID = new AttachmentId("size-chart");
    private static final Attachment FILE = new Attachment(ID, "sizes.pdf", "application/pdf", 4_711);
    private static final List<AgentId> EVERYBODY = List.of(
            Shop.ASHA, Shop.BO, Shop.CY, Shop.SUE, Shop.ADA, Shop.FIN, Shop.MO, Shop.ZED, Shop.BOT, Shop.NOBODY);

    private final Shop shop = Shop.open().conversations(policy -> policy.withReading(GroupReading.ALL, true));
    private final ConversationId chat = shop.assignedWith(Shop.BO, Shop.CY);

    @Test
    @DisplayName("B-49 a file of a message or reply is found by the customer and by all agents who read it")
    void aPublicFile() {
        shop.customer().write(chat, "See this", FILE).orElseThrow();
        assertThat(whoFinds(last()))
                .containsExactly(Shop.ASHA, Shop.BO, Shop.CY, Shop.SUE, Shop.ADA, Shop.FIN, Shop.MO);
        assertThat(customerFinds(shop.lastEntry(chat).customerSequence())).isEqualTo(Outcome.done(FILE));

        shop.agent(Shop.BO)
                .reply(chat, ReplyDraft.of("And this").attaching(FILE))
                .orElseThrow();
        assertThat(whoFinds(last()))
                .containsExactly(Shop.ASHA, Shop.BO, Shop.CY, Shop.SUE, Shop.ADA, Shop.FIN, Shop.MO);
        assertThat(customerFinds(shop.lastEntry(chat).customerSequence())).isEqualTo(Outcome.done(FILE));
    }

    @Test
    @DisplayName("B-49 a file of a note is found by exactly those who read the note")
    void aFileOfANote() {
        shop.agent(Shop.BO).note(chat, NoteDraft.of("For all").attaching(FILE)).orElseThrow();
        assertThat(whoFinds(last()))
                .containsExactly(Shop.ASHA, Shop.BO, Shop.CY, Shop.SUE, Shop.ADA, Shop.FIN, Shop.MO);

        shop.agent(Shop.BO)
                .note(chat, NoteDraft.of("For Cy").attaching(FILE).to(Shop.CY))
                .orElseThrow();
        assertThat(whoFinds(last())).containsExactly(Shop.BO, Shop.CY, Shop.ADA);

        shop.agent(Shop.BO)
                .note(chat, NoteDraft.of("For Asha").attaching(FILE).toAssignee())
                .orElseThrow();
        assertThat(whoFinds(last())).containsExactly(Shop.ASHA, Shop.BO, Shop.ADA);
    }

    @Test
    @DisplayName("B-49 a file of a note is to the customer like one that never was, whatever sequence they try")
    void theCustomerFindsNoFileOfANote() {
        shop.agent(Shop.BO).note(chat, NoteDraft.of("Hush").attaching(FILE)).orElseThrow();
        shop.agent(Shop.BO).reply(chat, "Hello").orElseThrow();

        for (long sequence = 0; sequence <= last() + 1; sequence++) {
            assertThat(customerFinds(sequence)).isEqualTo(Outcome.rejected(Reason.UNKNOWN_ATTACHMENT));
        }
    }

    @Test
    @DisplayName("B-49 to those who do not read its entry a file is like one that never was")
    void unknownToWhoDoesNotRead() {
        shop.agent(Shop.BO)
                .note(chat, NoteDraft.of("For Cy").attaching(FILE).to(Shop.CY))
                .orElseThrow();
        long hidden = last();
        shop.customer().write(chat, "See this", FILE).orElseThrow();

        assertThat(shop.agent(Shop.SUE).attachment(chat, hidden, ID))
                .isEqualTo(shop.agent(Shop.SUE).attachment(chat, hidden, new AttachmentId("never-was")))
                .isEqualTo(Outcome.rejected(Reason.UNKNOWN_ATTACHMENT));
    }

    @Test
    @DisplayName("B-49 B-54 without access a file is answered like an unknown conversation")
    void withoutAccess() {
        shop.customer().write(chat, "See this", FILE).orElseThrow();

        assertThat(shop.agent(Shop.ZED).attachment(chat, last(), ID))
                .isEqualTo(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
        assertThat(shop.collab.customer(Shop.DORA).attachment(chat, 0, ID))
                .isEqualTo(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
    }

    @Test
    @DisplayName("B-49 a file from before the window or of another entry is not found")
    void theWindowHolds() {
        shop.conversations(policy -> policy.withReading(GroupReading.QUEUED, false));
        shop.customer().write(chat, "See this", FILE).orElseThrow();
        long before = last();
        shop.agent(Shop.BO).leave(chat).orElseThrow();
        shop.agent(Shop.ASHA)
                .addCollaborator(chat, Shop.BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();

        assertThat(shop.agent(Shop.BO).attachment(chat, before, ID))
                .isEqualTo(Outcome.rejected(Reason.UNKNOWN_ATTACHMENT));
        assertThat(shop.agent(Shop.ASHA).attachment(chat, before, ID)).isEqualTo(Outcome.done(FILE));
        assertThat(shop.agent(Shop.ASHA).attachment(chat, before - 1, ID))
                .isEqualTo(Outcome.rejected(Reason.UNKNOWN_ATTACHMENT));
    }

    private List<AgentId> whoFinds(long sequence) {
        return EVERYBODY.stream()
                .filter(agent ->
                        shop.agent(agent).attachment(chat, sequence, ID).isDone())
                .toList();
    }

    private Outcome<Attachment> customerFinds(long sequence) {
        return shop.customer().attachment(chat, sequence, ID);
    }

    private long last() {
        return shop.lastEntry(chat).sequence();
    }
}
