package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Replied;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.Missed;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.Channel;
import dev.collab.model.Collision;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CollisionTest {
    private static final String ANSWER = "They run small.";
    private static final String NEWS = "Never mind, which laces?";
    private static final CommandKey KEY = new CommandKey("answer");

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-40 on a ticket a reply that missed a customer message is held with it, and changes nothing")
    void aTicketHolds() {
        var ticket = shop.assignedTicket();
        long seen = last(ticket);
        shop.customer().write(ticket, NEWS).orElseThrow();
        var before = Story.stored(shop, ticket);

        var held = shop.agent(Shop.ASHA).reply(ticket, ReplyDraft.of(ANSWER).havingSeen(seen));

        assertThat(missedBy(held)).containsExactly(NEWS);
        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-40 a colleague's reply holds as well")
    void aColleaguesReplyHolds() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, Shop.BO);
        long seen = last(ticket);
        shop.agent(Shop.BO).reply(ticket, "Any charger with USB-C.").orElseThrow();

        var held = shop.agent(Shop.ASHA).reply(ticket, ReplyDraft.of(ANSWER).havingSeen(seen));

        assertThat(missedBy(held)).containsExactly("Any charger with USB-C.");
    }

    @Test
    @DisplayName("B-40 what was missed is shown as far as the author may see it, notes to others are not")
    void onlyWhatTheAuthorMaySee() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, Shop.BO);
        shop.add(ticket, Shop.CY);
        long seen = last(ticket);
        shop.agent(Shop.CY)
                .note(ticket, NoteDraft.of("For the assignee").toAssignee())
                .orElseThrow();
        shop.agent(Shop.CY).note(ticket, NoteDraft.of("For everyone")).orElseThrow();
        shop.customer().write(ticket, NEWS).orElseThrow();

        var held = shop.agent(Shop.BO).reply(ticket, ReplyDraft.of(ANSWER).havingSeen(seen));

        assertThat(missedBy(held)).containsExactly("For everyone", NEWS);
    }

    @Test
    @DisplayName("B-40 nothing from before the author's window is shown as missed")
    void theWindowHolds() {
        var ticket = shop.assignedTicket();
        shop.agent(Shop.ASHA)
                .addCollaborator(ticket, Shop.BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        shop.customer().write(ticket, NEWS).orElseThrow();

        var held = shop.agent(Shop.BO).reply(ticket, ReplyDraft.of(ANSWER).havingSeen(0));

        assertThat(missedBy(held)).containsExactly(NEWS);
    }

    @Test
    @DisplayName("B-40 sent again with the new last-seen the reply passes, under the key it was held under")
    void sentAgainItPasses() {
        var ticket = shop.assignedTicket();
        long seen = last(ticket);
        shop.customer().write(ticket, NEWS).orElseThrow();
        var asha = shop.agent(Shop.ASHA).keyed(KEY);
        assertThat(missedBy(asha.reply(ticket, ReplyDraft.of(ANSWER).havingSeen(seen))))
                .containsExactly(NEWS);

        var sent = asha.reply(ticket, ReplyDraft.of(ANSWER).havingSeen(last(ticket)))
                .orElseThrow();

        assertThat(sent.missed()).isEmpty();
        assertThat(sent.sequence()).isEqualTo(last(ticket));
        assertThat(Story.customerTexts(shop, ticket)).endsWith(NEWS, ANSWER);
    }

    @Test
    @DisplayName("B-40 B-41 a held reply is decided again when it is repeated under its key")
    void aHeldReplyIsNotRemembered() {
        var ticket = shop.assignedTicket();
        long seen = last(ticket);
        shop.customer().write(ticket, NEWS).orElseThrow();
        var draft = ReplyDraft.of(ANSWER).havingSeen(seen);
        missedBy(shop.agent(Shop.ASHA).keyed(KEY).reply(ticket, draft));
        shop.conversations(policy -> policy.withCollision(Channel.EMAIL_TICKET, Collision.WARN));

        var repeated = shop.agent(Shop.ASHA).keyed(KEY).reply(ticket, draft).orElseThrow();

        assertThat(texts(repeated.missed())).containsExactly(NEWS);
    }

    @Test
    @DisplayName("B-40 on a chat the reply is done, and its author is told what they had missed")
    void aChatWarns() {
        var chat = shop.assigned();
        long seen = last(chat);
        shop.customer().write(chat, NEWS).orElseThrow();

        var sent = shop.agent(Shop.ASHA)
                .reply(chat, ReplyDraft.of(ANSWER).havingSeen(seen))
                .orElseThrow();

        assertThat(texts(sent.missed())).containsExactly(NEWS);
        assertThat(Story.customerTexts(shop, chat)).endsWith(NEWS, ANSWER);
    }

    @Test
    @DisplayName("B-40 B-41 a retry of a reply that was done with a warning is warned of the same")
    void aRetryWarnsOfTheSame() {
        var chat = shop.assigned();
        var draft = ReplyDraft.of(ANSWER).havingSeen(last(chat));
        shop.customer().write(chat, NEWS).orElseThrow();
        var first = shop.agent(Shop.ASHA).keyed(KEY).reply(chat, draft);
        shop.customer().write(chat, "Thanks!").orElseThrow();

        assertThat(shop.agent(Shop.ASHA).keyed(KEY).reply(chat, draft)).isEqualTo(first);
    }

    @Test
    @DisplayName("B-40 an inbox may hold chats and only warn on tickets")
    void thePolicyDecides() {
        shop.conversations(policy -> policy.withCollision(Channel.EMAIL_TICKET, Collision.WARN)
                .withCollision(Channel.LIVE_CHAT, Collision.HOLD));
        var chat = shop.assigned();
        var ticket = shop.assignedTicket();
        shop.customer().write(chat, NEWS).orElseThrow();
        shop.customer().write(ticket, NEWS).orElseThrow();
        var draft = ReplyDraft.of(ANSWER).havingSeen(last(chat) - 1);

        assertThat(missedBy(shop.agent(Shop.ASHA).reply(chat, draft))).containsExactly(NEWS);
        assertThat(texts(
                        shop.agent(Shop.ASHA).reply(ticket, draft).orElseThrow().missed()))
                .containsExactly(NEWS);
    }

    @Test
    @DisplayName("B-40 a newer note or collaborator event holds nothing")
    void internalThingsDoNotHold() {
        var ticket = shop.assignedTicket();
        long seen = last(ticket);
        shop.add(ticket, Shop.BO);
        shop.agent(Shop.BO).note(ticket, "Careful with this one").orElseThrow();

        var sent = shop.agent(Shop.ASHA)
                .reply(ticket, ReplyDraft.of(ANSWER).havingSeen(seen))
                .orElseThrow();

        assertThat(sent.missed()).isEmpty();
    }

    @Test
    @DisplayName("B-40 a reply that does not say what its author had seen is neither held nor warned of")
    void withoutLastSeenNothingIsHeld() {
        var ticket = shop.assignedTicket();
        shop.customer().write(ticket, NEWS).orElseThrow();

        var sent = shop.agent(Shop.ASHA).reply(ticket, ANSWER).orElseThrow();

        assertThat(sent.missed()).isEmpty();
    }

    @Test
    @DisplayName("B-40 whoever may not reply is told so and not what they missed")
    void heldComesLast() {
        var ticket = shop.assignedTicket();
        shop.customer().write(ticket, NEWS).orElseThrow();
        var draft = ReplyDraft.of(ANSWER).havingSeen(0);

        assertThat(shop.agent(Shop.SUE).reply(ticket, draft)).isEqualTo(Outcome.rejected(Reason.NOT_A_PARTICIPANT));
        assertThat(shop.agent(Shop.ZED).reply(ticket, draft)).isEqualTo(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
    }

    @Test
    @DisplayName("B-40 at most 50 entries are shown as missed, the oldest")
    void aLongAbsenceIsCut() {
        var ticket = shop.assignedTicket();
        long seen = last(ticket);
        for (int number = 1; number <= Missed.MOST + 1; number++) {
            shop.customer().write(ticket, "message " + number).orElseThrow();
        }

        var held = shop.agent(Shop.ASHA).reply(ticket, ReplyDraft.of(ANSWER).havingSeen(seen));

        assertThat(missedBy(held)).hasSize(Missed.MOST).startsWith("message 1").endsWith("message " + Missed.MOST);
    }

    @Test
    @DisplayName("B-40 nobody has seen a negative sequence: such a reply is refused before anything is sent")
    void aNegativeLastSeenIsRefused() {
        var chat = shop.assigned();
        var before = Story.stored(shop, chat);

        assertThatThrownBy(() ->
                        shop.agent(Shop.ASHA).reply(chat, ReplyDraft.of(ANSWER).havingSeen(-2)))
                .isInstanceOf(InvalidArgumentException.class);

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-40 B-59 a reply that is sent is answered as sent, also if the directory fails while it is answered")
    void whatIsSentIsNotCalledUnchanged() {
        var chat = shop.assigned();
        var draft = ReplyDraft.of(ANSWER).havingSeen(last(chat));
        shop.customer().write(chat, NEWS).orElseThrow();
        var host = Story.host(shop, (method, arguments, real) -> {
            var result = real.call();
            if (method.equals("commit")) {
                shop.people.failWith(new IllegalStateException("down"));
            }
            return result;
        });

        var sent = host.agent(Shop.ASHA).reply(chat, draft);

        assertThat(sent.isDone()).isTrue();
        assertThat(Story.customerTexts(shop, chat)).endsWith(NEWS, ANSWER);
    }

    private long last(ConversationId conversation) {
        return shop.lastEntry(conversation).sequence();
    }

    private static List<String> missedBy(Outcome<Replied> held) {
        assertThat(Shop.reason(held)).isEqualTo(Reason.HELD);
        return texts(((Missed) ((Outcome.Rejected<Replied>) held).details()).entries());
    }

    private static List<String> texts(List<AgentEntry> entries) {
        return Story.texts(Outcome.done(entries));
    }
}
