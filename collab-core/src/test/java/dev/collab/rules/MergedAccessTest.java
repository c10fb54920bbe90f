package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.Answered;
import dev.collab.Collab;
import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AgentId;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asha has the source with Bo, who only reads, and Cy; Fin has the target. */
@DisplayName("What a merge opens, and what it does not")
class MergedAccessTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Shop shop = Shop.open();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Collab host = shop.host(builder -> builder.signingKey(KEY).notifier(notifier));
    private final ConversationId source = shop.assignedWith(CY);
    private final ConversationId target = shop.chat();

    @BeforeEach
    void both() {
        shop.agent(ASHA)
                .addCollaborator(source, BO, AddOptions.at(Level.OBSERVER))
                .orElseThrow();
        shop.agent(FIN).claim(target).orElseThrow();
        shop.agent(FIN).note(target, "Of the target only.").orElseThrow();
        shop.agent(ASHA).note(source, "Of the source only.").orElseThrow();
        shop.customer().write(source, "Hello?").orElseThrow();
        shop.agent(ASHA).reply(source, "Here.").orElseThrow();
    }

    @Test
    @DisplayName("B-29 B-52 B-54 B-67 P-8 whoever had the source by role or assignment only gets nothing of the target")
    void notTheSourcesAssignee() {
        merged();
        var desk = host.agent(ASHA);
        var before = Story.stored(shop, target);

        assertThat(desk.view(source).isDone()).isTrue();
        assertUnknown(desk.view(target));
        assertUnknown(desk.timeline(target, Page.newest(10)));
        assertUnknown(desk.markRead(target, 1));
        assertUnknown(desk.invitation(target));
        assertThat(desk.visible(all(target))).isEmpty();
        assertThat(list(desk)).containsExactly(source);
        Stream.<Outcome<?>>of(
                        desk.reply(source, "Here."),
                        desk.note(source, "Hm"),
                        desk.addCollaborator(source, ASHA),
                        desk.removeCollaborator(source, BO),
                        desk.transfer(source, ASHA),
                        desk.resolve(source),
                        desk.close(source),
                        desk.leave(source),
                        desk.join(source),
                        desk.inviteGroup(source, ACCESSORIES, AddOptions.NONE),
                        desk.accept(source),
                        desk.merge(source, shop.chat()))
                .forEach(MergedAccessTest::assertUnknown);
        assertThat(Story.stored(shop, target).entries()).isEqualTo(before.entries());
    }

    @Test
    @DisplayName(
            "B-29 B-55 B-67 P-7 who joins reads the target from the link on, on every surface, and the source no more")
    void fromTheLinkOn() {
        long link = merged();
        for (var agent : List.of(BO, CY)) {
            var desk = host.agent(agent);
            var exported = new ArrayList<Long>();
            desk.export(target, ExportNotes.INCLUDED, entry -> exported.add(entry.sequence()))
                    .orElseThrow();

            assertThat(exported).isNotEmpty().allMatch(sequence -> sequence >= link);
            assertThat(desk.visible(all(target))).extracting(EntryRef::sequence).containsExactlyElementsOf(exported);
            assertThat(desk.visible(all(source))).isEmpty();
            assertThat(Story.texts(shop, agent, target)).isEmpty();
            assertUnknown(desk.view(source));
            assertUnknown(desk.timeline(source, Page.newest(10)));
            assertUnknown(desk.markRead(source, 1));
            assertThat(list(desk)).containsExactly(target);
            assertThat(desk.conversations(ListKind.ALL, ListRequest.first(10)).rows())
                    .allMatch(row -> row.preview().isEmpty() && row.unread() <= exported.size());
        }
    }

    @Test
    @DisplayName("B-34 B-67 P-9 who joins has no higher level at the target, by a command on the source either")
    void noHigherLevel() {
        merged();

        assertThat(reason(host.agent(BO).reply(source, "Here."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(host.agent(BO).note(source, "Hm"))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(host.agent(BO).changeLevel(source, BO, Level.RESPONDER)))
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(host.agent(CY).reply(source, "Here.").orElseThrow().conversation())
                .isEqualTo(target);
    }

    @Test
    @DisplayName("B-50 B-54 B-67 P-9 tokens of the source open nothing at the target to who has no place there")
    void tokensOfStrangers() {
        var tokens = List.of(token(ASHA, NotificationKind.CUSTOMER_WROTE), token(BO, NotificationKind.NOTE));
        merged();
        shop.agent(FIN).removeCollaborator(target, BO).orElseThrow();
        var before = Story.stored(shop, target);

        assertUnknown(host.agent(ASHA).answer(tokens.get(0), "Here."));
        assertUnknown(host.agent(BO).answer(tokens.get(1), "Hm"));

        assertThat(Story.stored(shop, target)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-47 B-50 B-67 P-14 a token of a note answers no entry of the target that stands in the same place")
    void tokensOfNotes() {
        var note = token(CY, NotificationKind.NOTE);
        var reply = token(CY, NotificationKind.CUSTOMER_WROTE);
        merged();
        LongStream.range(0, 20)
                .forEach(
                        number -> shop.agent(FIN).note(target, "Note " + number).orElseThrow());
        var before = Story.stored(shop, target);

        assertThat(host.agent(CY).answer(note, "Hm")).isEqualTo(Outcome.<Answered>rejected(Reason.UNKNOWN_ENTRY));
        assertThat(Story.stored(shop, target)).isEqualTo(before);
        assertThat(host.agent(CY).answer(reply, "Here.").isDone()).isTrue();
        assertThat(shop.entries(target, EntryKind.REPLY)).hasSize(1);
    }

    @Test
    @DisplayName("B-47 B-50 B-67 nor does it for who has both, and may read what stands there")
    void tokensOfNotesToTheAssigneeOfBoth() {
        shop.agent(FIN).transfer(target, ASHA).orElseThrow();
        long asked = shop.agent(CY).note(source, "Which ones?").orElseThrow().sequence();
        var note = token(ASHA, NotificationKind.NOTE);
        LongStream.range(0, 20)
                .forEach(number ->
                        shop.agent(ASHA).note(target, "Note " + number).orElseThrow());
        merged();
        var before = Story.stored(shop, target);

        assertThat(shop.entries(target).get((int) asked).kind()).isEqualTo(EntryKind.NOTE);
        assertThat(host.agent(ASHA).answer(note, "Hm")).isEqualTo(Outcome.<Answered>rejected(Reason.UNKNOWN_ENTRY));
        assertThat(Story.stored(shop, target)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-43 B-50 B-67 the customer's token writes to the target, and to nobody else's conversation")
    void customersToken() {
        pump();
        var sent = notifier.toCustomers();
        var token = Optional.ofNullable(sent.get(sent.size() - 1).replyToken()).orElseThrow();
        merged();

        assertThat(reason(host.customer(DORA).answer(token, "Mine"))).isEqualTo(Reason.UNKNOWN_TOKEN);
        assertThat(host.customer(CARL).answer(token, "Thanks").orElseThrow().conversation())
                .isEqualTo(target);
    }

    @Test
    @DisplayName("B-45 B-67 notes to the source's named and to its assignee stay with the source")
    void notesStay() {
        shop.agent(ASHA).note(source, NoteDraft.of("For Cy.").to(CY)).orElseThrow();
        shop.agent(CY)
                .note(source, NoteDraft.of("For the assignee.").toAssignee())
                .orElseThrow();
        merged();

        assertThat(Story.texts(shop, FIN, target)).doesNotContain("For Cy.", "For the assignee.");
        assertThat(Story.texts(shop, FIN, source)).doesNotContain("For Cy.", "For the assignee.");
        assertUnknown(host.agent(CY).timeline(source, Page.newest(10)));
    }

    @Test
    @DisplayName("B-71 B-67 P-8 what waited in the outbox of the source tells those who lost it nothing that was said")
    void nothingThatWaited() {
        merged();

        pump();

        assertThat(notifier.toAgents())
                .filteredOn(one -> one.conversation().equals(source))
                .filteredOn(one -> one.recipient().equals(BO) || one.recipient().equals(CY))
                .isNotEmpty()
                .allMatch(one -> one.sequence() == null && one.text() == null && one.replyToken() == null);
    }

    @Test
    @DisplayName("B-41 B-54 B-67 a key that was used at the target answers its own actor only")
    void keys() {
        var key = new CommandKey("same");
        shop.agent(FIN).keyed(key).note(target, "Hm").orElseThrow();
        merged();

        assertUnknown(host.agent(ASHA).keyed(key).note(source, "Hm"));
        assertThat(host.agent(FIN).keyed(key).note(source, "Hm").orElseThrow().conversation())
                .isEqualTo(target);
        assertThat(shop.entries(target, EntryKind.NOTE)).hasSize(2);
    }

    /** Merges, and says where the link stands. */
    private long merged() {
        return shop.agent(SUE).merge(source, target).orElseThrow().sequence();
    }

    private String token(AgentId agent, NotificationKind kind) {
        pump();
        return notifier.toAgent(agent).stream()
                .filter(one -> one.kind() == kind && one.conversation().equals(source))
                .findFirst()
                .flatMap(one -> Optional.ofNullable(one.replyToken()))
                .orElseThrow();
    }

    private void pump() {
        var relay = host.relay("relay");
        while (relay.pumpOnce() > 0) {
            // Until nothing is due.
        }
    }

    private List<EntryRef> all(ConversationId conversation) {
        return LongStream.range(0, shop.entries(conversation).size() + 1L)
                .mapToObj(sequence -> new EntryRef(conversation, sequence))
                .toList();
    }

    private static List<ConversationId> list(AgentDesk desk) {
        return desk.conversations(ListKind.ALL, ListRequest.first(10)).rows().stream()
                .map(row -> row.id())
                .toList();
    }

    private static void assertUnknown(Outcome<?> outcome) {
        assertThat(reason(outcome)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }
}
