package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.ListRequest;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerView;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.conversation.ReplyDraft;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Redaction")
class RedactionTest {
    private static final Attachment FILE = new Attachment(new AttachmentId("f"), "sizes.pdf", "application/pdf", 4_711);
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Shop shop = Shop.open();
    private final ConversationId chat = shop.assignedWith(BO, CY);

    @Test
    @DisplayName("B-48 a redacted reply keeps its place; its text and files are gone on every surface")
    void goneEverywhere() {
        long reply = shop.agent(BO)
                .reply(chat, ReplyDraft.of("My number is CANARY.").attaching(FILE))
                .orElseThrow()
                .sequence();
        var before = Story.messages(shop, chat);
        int last = before.size() - 1;

        shop.agent(BO).redact(chat, reply).orElseThrow();

        var after = Story.messages(shop, chat);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.get(last).text()).isEmpty();
        assertThat(after.get(last).attachments()).isEmpty();
        assertThat(after.get(last).sequence()).isEqualTo(before.get(last).sequence());
        assertThat(after.get(last).at()).isEqualTo(before.get(last).at());
        assertThat(shop.entries(chat).toString() + shop.head(chat)).doesNotContain("CANARY", "sizes.pdf");
        assertThat(reason(shop.agent(ASHA).attachment(chat, reply, FILE.id()))).isEqualTo(Reason.UNKNOWN_ATTACHMENT);
        assertThat(reason(shop.customer().attachment(chat, last, FILE.id()))).isEqualTo(Reason.UNKNOWN_ATTACHMENT);
        assertThat(shop.agent(ASHA)
                        .conversations(ListKind.MINE, ListRequest.first(10))
                        .rows()
                        .get(0)
                        .preview())
                .hasValueSatisfying(entry -> assertThat(entry.toString()).doesNotContain("CANARY"));
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
    }

    @Test
    @DisplayName("B-48 agents see who redacted what; the customer sees neither")
    void whoDidIt() {
        long reply = shop.agent(BO).reply(chat, "Oops.").orElseThrow().sequence();
        int messages = Story.messages(shop, chat).size();

        shop.agent(ADA).redact(chat, reply).orElseThrow();

        assertThat(lastEvent(ASHA)).hasValueSatisfying(event -> {
            assertThat(event.kind()).isEqualTo(EntryKind.REDACTED);
            assertThat(event.author().id()).isEqualTo("ada");
            assertThat(event.facts()).containsEntry("entry", Long.toString(reply));
        });
        assertThat(Story.messages(shop, chat)).hasSize(messages);
    }

    @Test
    @DisplayName("B-48 the author redacts until the window is over, an admin at any time, others never")
    void who() {
        long note = shop.agent(BO).note(chat, "Between us.").orElseThrow().sequence();

        for (var other : List.of(ASHA, CY, SUE)) {
            assertThat(reason(shop.agent(other).redact(chat, note))).isEqualTo(Reason.NOT_PERMITTED);
        }
        shop.time.advance(WINDOW);
        assertThat(reason(shop.agent(BO).redact(chat, note))).isEqualTo(Reason.TOO_LATE);
        assertThat(shop.agent(ADA).redact(chat, note).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-48 the window ends when it is over, not before, and is the inbox's to choose")
    void window() {
        var policy = Duration.ofHours(2);
        shop.settings(now -> now.withConversations(now.conversations().withRedactionWindow(policy)));
        long first = shop.agent(BO).note(chat, "First.").orElseThrow().sequence();
        long second = shop.agent(BO).note(chat, "Second.").orElseThrow().sequence();

        shop.time.advance(policy.minusMillis(1));
        assertThat(shop.agent(BO).redact(chat, first).isDone()).isTrue();
        shop.time.advance(Duration.ofMillis(1));
        assertThat(reason(shop.agent(BO).redact(chat, second))).isEqualTo(Reason.TOO_LATE);
    }

    @Test
    @DisplayName("B-48 the customer takes their own message back, and nobody else's")
    void customer() {
        shop.agent(ASHA).reply(chat, "A reply.").orElseThrow();
        var posted = shop.customer().write(chat, "My card number is CANARY.").orElseThrow();

        assertThat(reason(shop.customer().redact(chat, posted.sequence() - 1))).isEqualTo(Reason.NOT_PERMITTED);
        shop.customer().redact(chat, posted.sequence()).orElseThrow();

        assertThat(shop.entries(chat).toString()).doesNotContain("CANARY");
        assertThat(reason(shop.customer().redact(chat, 99))).isEqualTo(Reason.UNKNOWN_ENTRY);
        shop.time.advance(WINDOW);
        assertThat(reason(shop.customer().redact(chat, 0))).isEqualTo(Reason.TOO_LATE);
    }

    @Test
    @DisplayName(
            "B-48 B-38 redacting what the customer sees raises their version, redacting a note changes nothing for them")
    void version() {
        long reply = shop.agent(BO).reply(chat, "A reply.").orElseThrow().sequence();
        long note = shop.agent(BO).note(chat, "A note.").orElseThrow().sequence();
        var before = customerView();
        int signals = shop.signal.customerChanges().size();

        shop.agent(BO).redact(chat, note).orElseThrow();
        assertThat(customerView()).isEqualTo(before);
        assertThat(shop.signal.customerChanges()).hasSize(signals);

        shop.agent(BO).redact(chat, reply).orElseThrow();
        assertThat(customerView().version()).isEqualTo(before.version() + 1);
        assertThat(customerView().lastActivityAt()).isEqualTo(before.lastActivityAt());
        assertThat(shop.signal.customerChanges()).hasSize(signals + 1);
    }

    @Test
    @DisplayName("B-45 B-48 whoever cannot see a note learns neither of it nor of its redaction")
    void hiddenNote() {
        long note = shop.agent(BO)
                .note(chat, NoteDraft.of("For you alone.").toAssignee())
                .orElseThrow()
                .sequence();
        var before = shop.timeline(CY, chat).orElseThrow();

        assertThat(reason(shop.agent(CY).redact(chat, note))).isEqualTo(Reason.UNKNOWN_ENTRY);
        assertThat(reason(shop.agent(SUE).redact(chat, note))).isEqualTo(Reason.UNKNOWN_ENTRY);
        shop.agent(BO).redact(chat, note).orElseThrow();

        assertThat(shop.timeline(CY, chat).orElseThrow()).isEqualTo(before);
        assertThat(lastEvent(ASHA))
                .hasValueSatisfying(event -> assertThat(event.kind()).isEqualTo(EntryKind.REDACTED));
    }

    @Test
    @DisplayName("B-48 B-62 it can be redacted in every state, also of a closed conversation")
    void closed() {
        long reply = shop.agent(ASHA).reply(chat, "A reply.").orElseThrow().sequence();
        shop.agent(ADA).close(chat).orElseThrow();

        assertThat(shop.agent(ASHA).redact(chat, reply).isDone()).isTrue();
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
    }

    @Test
    @DisplayName("B-48 B-64 a suspended author waits until they take part again, as with every act")
    void suspended() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        long note = shop.agent(BO).note(ticket, "A note.").orElseThrow().sequence();
        shop.agent(ASHA).resolve(ticket).orElseThrow();

        assertThat(reason(shop.agent(BO).redact(ticket, note))).isEqualTo(Reason.WRONG_STATE);
        shop.agent(ASHA).reopen(ticket).orElseThrow();
        assertThat(shop.agent(BO).redact(ticket, note).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-28 B-54 an author who was removed redacts nothing any more")
    void removed() {
        long reply = shop.agent(BO).reply(chat, "A reply.").orElseThrow().sequence();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();

        assertThat(reason(shop.agent(BO).redact(chat, reply))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-41 B-48 redacted again, it is done and nothing changes; so for what has no words")
    void again() {
        long reply = shop.agent(BO).reply(chat, "A reply.").orElseThrow().sequence();
        shop.agent(BO).keyed(new CommandKey("k")).redact(chat, reply).orElseThrow();
        var before = Story.stored(shop, chat);

        shop.agent(BO).keyed(new CommandKey("k")).redact(chat, reply).orElseThrow();
        shop.agent(ADA).redact(chat, reply).orElseThrow();
        shop.agent(ADA)
                .redact(chat, shop.entries(chat, EntryKind.ASSIGNED).get(0).sequence())
                .orElseThrow();

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-48 the subject of a ticket and the question of an invitation are words as well")
    void otherWords() {
        var ticket = shop.claimed(shop.customer()
                .open(OpenRequest.of(INBOX, Channel.EMAIL_TICKET, "Hello")
                        .subject("CANARY subject")
                        .forGroup(Shop.FOOTWEAR))
                .orElseThrow());
        var version = shop.customer().view(ticket).orElseThrow().version();

        shop.agent(ADA).redact(ticket, 0).orElseThrow();

        assertThat(shop.customer().view(ticket).orElseThrow().subject()).isEmpty();
        assertThat(shop.customer().view(ticket).orElseThrow().version()).isEqualTo(version + 1);
        assertThat(shop.head(ticket).toString() + shop.entries(ticket)).doesNotContain("CANARY");
        assertThat(Story.folded(shop, ticket)).isEqualTo(shop.head(ticket));
    }

    @Test
    @DisplayName("B-44 B-48 the host is told of a reply it was handed; one that never went out never does")
    void handedOver() {
        var notifier = new RecordingNotifier();
        var relay = shop.host(builder -> builder.notifier(notifier)).relay("one");
        long sent = shop.agent(BO).reply(chat, "Sent.").orElseThrow().sequence();
        while (relay.pumpOnce() > 0) {
            // Until nothing is due.
        }
        notifier.clear();
        shop.agent(BO).redact(chat, sent).orElseThrow();
        long waiting = shop.agent(BO).reply(chat, "Never sent.").orElseThrow().sequence();
        shop.agent(BO).redact(chat, waiting).orElseThrow();
        while (relay.pumpOnce() > 0) {
            // Until nothing is due.
        }

        assertThat(notifier.toCustomers()).allSatisfy(told -> {
            assertThat(told.kind()).isEqualTo(NotificationKind.OUTGOING_REDACTED);
            assertThat(told.text()).isNull();
            assertThat(told.attachments()).isEmpty();
        });
        assertThat(notifier.toCustomers())
                .extracting(told -> told.customerSequence())
                .containsExactly(1L, 2L);
    }

    @Test
    @DisplayName("B-48 P-41 redacting a note or the customer's own message hands the host nothing")
    void nothingToTakeBack() {
        long note = shop.agent(BO).note(chat, "A note.").orElseThrow().sequence();

        assertThat(Post.of(shop, () -> {
                    shop.agent(BO).redact(chat, note).orElseThrow();
                    shop.customer().redact(chat, 0).orElseThrow();
                }))
                .isEmpty();
    }

    @Test
    @DisplayName("B-54 B-48 without access it is answered like an unknown conversation")
    void stranger() {
        assertThat(reason(shop.agent(FIN).redact(chat, 1))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.agent(ASHA).timeline(chat, Page.newest(10)).isDone()).isTrue();
    }

    private CustomerView customerView() {
        return shop.customer().view(chat).orElseThrow();
    }

    private Optional<AgentEntry.Event> lastEvent(AgentId agent) {
        return shop.timeline(agent, chat).orElseThrow().stream()
                .filter(AgentEntry.Event.class::isInstance)
                .map(AgentEntry.Event.class::cast)
                .reduce((earlier, later) -> later);
    }
}
