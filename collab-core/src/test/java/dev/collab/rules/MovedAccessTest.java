package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.LEO;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Cursor;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The old inbox lets everybody read; the new one has nobody of them. */
@DisplayName("What is left of access after a move")
class MovedAccessTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final List<AgentId> THEM = List.of(ADA, SUE, ASHA, FIN, MO, BO);
    private static final Page WHOLE = Page.newest(Page.MAX_LIMIT);

    private final Shop shop = Shop.open().ledElsewhere();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Collab host = shop.host(builder -> builder.signingKey(KEY).notifier(notifier));
    private final ConversationId chat = shop.assignedWith(BO);

    @BeforeEach
    void toldAndRead() {
        shop.conversations(now -> now.withReading(GroupReading.ALL, true));
        var file = new Attachment(new AttachmentId("file"), "file.png", "image/png", 1);
        shop.agent(BO).note(chat, NoteDraft.of("Between us.").attaching(file)).orElseThrow();
        shop.customer().write(chat, "Hello?").orElseThrow();
        shop.agent(ASHA).inviteGroup(chat, FOOTWEAR, AddOptions.NONE).orElseThrow();
    }

    @Test
    @DisplayName("B-11 B-52 B-54 B-66 P-8 nobody of the old inbox reads it on any surface, nor counts it")
    void noSurface() {
        THEM.forEach(agent -> assertThat(desk(agent).view(chat).isDone()).isTrue());
        var cursors = cursors();

        moved();

        long attached = shop.entries(chat).stream()
                .filter(entry -> !entry.attachments().isEmpty())
                .findFirst()
                .orElseThrow()
                .sequence();
        for (var agent : THEM) {
            var desk = desk(agent);
            assertUnknown(desk.view(chat));
            assertUnknown(desk.timeline(chat, WHOLE));
            assertUnknown(desk.timeline(chat, Page.at(cursors.get(agent), 10)));
            assertUnknown(desk.export(chat, ExportNotes.INCLUDED, entry -> {
                throw new AssertionError("exported");
            }));
            assertUnknown(desk.attachment(chat, attached, new AttachmentId("file")));
            assertUnknown(desk.markRead(chat, 1));
            assertUnknown(desk.mute(chat, true));
            assertUnknown(desk.invitation(chat));
            assertUnknown(desk.previewMove(chat, INBOX, Optional.of(FOOTWEAR)));
            assertThat(desk.visible(all())).isEmpty();
            for (var kind : ListKind.values()) {
                assertThat(desk.conversations(kind, ListRequest.first(10)).rows())
                        .isEmpty();
            }
        }
        assertUnknown(shop.admin().attribution(chat));
        assertThat(desk(LEO).conversations(ListKind.ALL, ListRequest.first(10)).rows())
                .hasSize(1);
    }

    @Test
    @DisplayName("B-54 B-66 P-8 nobody of the old inbox does anything there, and nothing changes when they try")
    void noAct() {
        moved();
        var before = Story.stored(shop, chat);

        for (var agent : THEM) {
            var desk = desk(agent);
            Stream.<Outcome<?>>of(
                            desk.reply(chat, "Here."),
                            desk.note(chat, "Hm"),
                            desk.accept(chat),
                            desk.decline(chat, Optional.empty()),
                            desk.claim(chat),
                            desk.transfer(chat, agent),
                            desk.transfer(chat, FOOTWEAR),
                            desk.transferAndStay(chat, LEO),
                            desk.join(chat),
                            desk.leave(chat),
                            desk.addCollaborator(chat, MO),
                            desk.inviteGroup(chat, FOOTWEAR, AddOptions.NONE),
                            desk.withdrawInvitation(chat, FOOTWEAR),
                            desk.removeCollaborator(chat, BO),
                            desk.resolve(chat),
                            desk.close(chat),
                            desk.redact(chat, 1),
                            desk.move(chat, INBOX, Optional.of(FOOTWEAR)),
                            desk.merge(chat, shop.chat()))
                    .forEach(MovedAccessTest::assertUnknown);
        }
        assertThat(Story.stored(shop, chat).head()).isEqualTo(before.head());
        assertThat(Story.stored(shop, chat).entries()).isEqualTo(before.entries());
    }

    @Test
    @DisplayName("B-66 B-71 P-8 what waited in the outbox tells them nothing that was said")
    void nothingThatWaited() {
        moved();

        pump();

        assertThat(notifier.toAgents())
                .filteredOn(one -> THEM.contains(one.recipient()))
                .isNotEmpty()
                .allMatch(one -> one.sequence() == null && one.text() == null && one.replyToken() == null);
    }

    @Test
    @DisplayName("B-50 B-66 P-9 tokens handed out before are of no use to them")
    void noToken() {
        pump();
        var tokens = new HashMap<String, AgentId>();
        notifier.toAgents().stream()
                .filter(one -> one.replyToken() != null)
                .forEach(one -> tokens.put(Objects.requireNonNull(one.replyToken()), one.recipient()));
        assertThat(tokens.values()).contains(ASHA, BO);
        moved();
        var before = Story.stored(shop, chat);

        tokens.forEach((token, agent) -> assertUnknown(desk(agent).answer(token, "Here.")));

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    private void moved() {
        var now = shop.elsewhere().settings().orElseThrow();
        shop.elsewhere()
                .change(now.withCollaboration(now.collaboration().withRules()))
                .orElseThrow();
        // To the group of those who left the grant behind, it would be theirs by their group.
        shop.people.change(BO, person -> person.groups());
        shop.agent(SUE).move(chat, ELSEWHERE, Optional.of(ACCESSORIES)).orElseThrow();
    }

    private Map<AgentId, Cursor> cursors() {
        var cursors = new HashMap<AgentId, Cursor>();
        for (var agent : THEM) {
            cursors.put(agent, desk(agent).timeline(chat, WHOLE).orElseThrow().newer());
        }
        return cursors;
    }

    private List<EntryRef> all() {
        return LongStream.range(0, shop.entries(chat).size() + 1L)
                .mapToObj(sequence -> new EntryRef(chat, sequence))
                .toList();
    }

    private void pump() {
        var relay = host.relay("relay");
        while (relay.pumpOnce() > 0) {
            // Until nothing is due.
        }
    }

    private AgentDesk desk(AgentId agent) {
        return host.agent(agent);
    }

    private static void assertUnknown(Outcome<?> outcome) {
        assertThat(reason(outcome)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }
}
