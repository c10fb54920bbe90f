package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.collab.AgentRow;
import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Contribution;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EndReason;
import dev.collab.model.GroupReading;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxRole;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whole cases of reading")
class CaseReadingTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Shop shop = Shop.open();

    @Test
    @DisplayName(
            "B-29 B-55 B-57 B-45 given Bo reads from his coming on, when only notes follow and then Carl writes, then"
                    + " his row has no preview and then Carl's, counts what he may see, and moves by Carl's message alone")
    void aNarrowWindowInLists() {
        var chat = shop.assigned();
        shop.time.advance(HOUR);
        var newer = shop.claimed(shop.twin());
        for (var each : List.of(chat, newer)) {
            shop.agent(ASHA)
                    .addCollaborator(each, BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                    .orElseThrow();
        }
        assertThat(rows(BO, ListKind.COLLABORATING)).extracting(AgentRow::id).containsExactly(newer, chat);
        assertThat(rows(BO, ListKind.COLLABORATING))
                .extracting(AgentRow::unread)
                .containsOnly(0);

        shop.time.advance(HOUR);
        long last = shop.agent(ASHA).note(chat, "For all.").orElseThrow().sequence();
        shop.agent(ASHA).note(chat, NoteDraft.of("For admins.").to(ASHA)).orElseThrow();
        var rows = rows(BO, ListKind.COLLABORATING);
        assertThat(rows).extracting(AgentRow::id).containsExactly(newer, chat);
        assertThat(rows).extracting(AgentRow::preview).containsOnly(Optional.empty());
        assertThat(rows).extracting(AgentRow::unread).containsExactly(0, 1);
        shop.agent(BO).markRead(chat, last).orElseThrow();
        assertThat(rows(BO, ListKind.COLLABORATING))
                .extracting(AgentRow::unread)
                .containsOnly(0);

        shop.customer().write(chat, "Hello?").orElseThrow();
        rows = rows(BO, ListKind.COLLABORATING);
        assertThat(rows).extracting(AgentRow::id).containsExactly(chat, newer);
        assertThat(rows.get(0).preview().map(CaseReadingTest::text)).contains("Hello?");
        assertThat(rows.get(0).unread()).isEqualTo(1);
        assertThat(rows(ASHA, ListKind.MINE)).extracting(AgentRow::id).containsExactly(chat, newer);
        assertThat(Story.texts(shop, BO, chat)).containsExactly("For all.", "Hello?");
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-52 B-53 B-57 B-65 given Asha hands over and stays, and the group goes elsewhere, when lists are asked"
                    + " for, then each has it in the list of their role now, nothing is unread for who stays, and Fin has none")
    void listsAfterHandingOver() {
        var chat = shop.assignedWith(BO);
        assertThat(rows(FIN, ListKind.QUEUE)).isEmpty();
        shop.customer().write(chat, "Hello?").orElseThrow();
        assertThat(rows(BO, ListKind.COLLABORATING))
                .extracting(AgentRow::unread)
                .containsExactly(1);

        shop.agent(ASHA).transferAndStay(chat, BO).orElseThrow();
        assertThat(rows(ASHA, ListKind.MINE)).isEmpty();
        assertThat(rows(ASHA, ListKind.COLLABORATING)).extracting(AgentRow::id).containsExactly(chat);
        assertThat(rows(ASHA, ListKind.COLLABORATING))
                .extracting(AgentRow::unread)
                .containsExactly(0);
        assertThat(rows(BO, ListKind.MINE)).extracting(AgentRow::id).containsExactly(chat);
        assertThat(rows(BO, ListKind.COLLABORATING)).isEmpty();

        shop.agent(BO).transfer(chat, ACCESSORIES).orElseThrow();
        assertThat(rows(FIN, ListKind.QUEUE)).isEmpty();
        assertThat(rows(FIN, ListKind.ALL)).isEmpty();
        assertThat(rows(CY, ListKind.QUEUE)).extracting(AgentRow::id).containsExactly(chat);
        assertThat(rows(BO, ListKind.QUEUE)).extracting(AgentRow::id).containsExactly(chat);
        assertThat(rows(ASHA, ListKind.COLLABORATING)).extracting(AgentRow::id).containsExactly(chat);
        assertThat(reason(shop.agent(SUE).view(chat)))
                .as("she supervises footwear")
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(ASHA).claim(chat))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.agent(CY).claim(chat).isDone()).isTrue();
        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertFolds(chat);
    }

    @Test
    @DisplayName("B-45 B-52 B-53 B-60 given notes to all, to the assignee and to Bo, when each viewer exports with and"
            + " without notes, then the one is their timeline and the other says no word of any note")
    void exports() {
        shop.conversations(now -> now.withReading(GroupReading.ALL, true));
        var chat = shop.assignedWith(BO, CY);
        shop.agent(ASHA).reply(chat, "In public.").orElseThrow();
        shop.agent(CY).note(chat, "NOTE to all").orElseThrow();
        shop.agent(CY).note(chat, NoteDraft.of("NOTE to assignee").toAssignee()).orElseThrow();
        shop.agent(CY).note(chat, NoteDraft.of("NOTE to Bo").to(BO)).orElseThrow();
        long gone = shop.agent(CY).note(chat, "NOTE gone").orElseThrow().sequence();
        shop.agent(CY).redact(chat, gone).orElseThrow();
        var expected = List.of(
                tuple(ASHA, 2), tuple(BO, 2), tuple(CY, 3), tuple(SUE, 1), tuple(ADA, 3), tuple(FIN, 1), tuple(MO, 1));

        for (var row : expected) {
            var viewer = (AgentId) row.toList().get(0);
            var whole = export(viewer, chat, ExportNotes.INCLUDED);
            var bare = export(viewer, chat, ExportNotes.LEFT_OUT);
            assertThat(whole).isEqualTo(shop.timeline(viewer, chat).orElseThrow());
            assertThat(Story.texts(Outcome.done(whole)))
                    .as(viewer.value())
                    .filteredOn(text -> text.startsWith("NOTE"))
                    .hasSize((int) row.toList().get(1))
                    .doesNotContain("NOTE gone");
            assertThat(bare.toString()).contains("In public.").doesNotContain("NOTE to", "Note[");
            var seen = shop.agent(viewer).visible(places(chat));
            assertThat(seen).hasSameSizeAs(whole);
        }
        assertThat(reason(shop.agent(ZED).export(chat, ExportNotes.INCLUDED, entry -> {})))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-13 B-28 B-54 B-56 B-58 given strangers of every kind and Bo, who was removed, when each tries each act"
                    + " and read, then all answers are those about a conversation that does not exist, and nothing changes")
    void strangersOfEveryKind() {
        var chat = shop.assignedWith(BO, CY);
        shop.agent(BO).reply(chat, "Bo's.").orElseThrow();
        assertThat(shop.agent(BO).visible(places(chat))).hasSameSizeAs(places(chat));
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        shop.customer().write(chat, "After Bo.").orElseThrow();
        shop.people.change(CY, person -> person.active(false));
        var before = Story.stored(shop, chat);
        var none = new ConversationId("none");

        for (var stranger : List.of(BO, CY, FIN, MO, ZED, NOBODY)) {
            assertThat(shop.agent(stranger).visible(places(chat))).isEmpty();
            assertThat(Desks.agent()).allSatisfy(row -> {
                // Who is too late to claim a conversation of their group learns who has it (B-65).
                if (!(stranger.equals(FIN) && row.method().startsWith("claim"))) {
                    assertThat(row.on(shop.agent(stranger), chat))
                            .as("%s %s", stranger, row)
                            .isEqualTo(row.on(shop.agent(stranger), none));
                }
            });
            for (var kind : ListKind.values()) {
                assertThat(rows(stranger, kind)).isEmpty();
            }
        }

        assertThat(reason(shop.agent(FIN).claim(chat))).isEqualTo(Reason.ALREADY_ASSIGNED);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-25 B-27 B-63 B-64 B-74 given Bo works on a ticket that is resolved and reopened, when he is removed and"
                    + " added again, then one stretch ended with its words and its whole time, and the other starts at nothing")
    void attributionOverEverything() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.time.advance(HOUR);
        shop.agent(BO).note(ticket, "First word.").orElseThrow();
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        shop.time.advance(HOUR);
        assertThat(shop.admin().attribution(ticket).orElseThrow())
                .extracting(Contribution::endedAt)
                .containsExactly(Optional.empty());
        assertThat(reason(shop.agent(BO).reply(ticket, "Not now."))).isEqualTo(Reason.WRONG_STATE);
        shop.agent(ASHA).reopen(ticket).orElseThrow();
        shop.agent(BO).reply(ticket, "A reply.").orElseThrow();
        shop.agent(ASHA).removeCollaborator(ticket, BO).orElseThrow();
        shop.time.advance(HOUR);
        shop.agent(ASHA)
                .addCollaborator(ticket, BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        shop.time.advance(HOUR);
        shop.agent(BO).reply(ticket, "Anew.").orElseThrow();

        assertThat(shop.admin().attribution(ticket).orElseThrow())
                .extracting(
                        Contribution::reason,
                        Contribution::lasted,
                        Contribution::toFirstWord,
                        Contribution::notes,
                        Contribution::replies)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of(EndReason.REMOVED), HOUR.multipliedBy(2), Optional.of(HOUR), 1, 1),
                        tuple(Optional.empty(), HOUR, Optional.of(HOUR), 0, 1));
        assertThat(Story.texts(shop, BO, ticket)).containsExactly("Anew.");
        assertThat(shop.admin()
                        .attribution(
                                shop.time.instant().minus(HOUR.multipliedBy(9)),
                                shop.time.instant().plus(HOUR),
                                Optional.empty(),
                                10)
                        .orElseThrow()
                        .contributions())
                .containsExactlyInAnyOrderElementsOf(
                        shop.admin().attribution(ticket).orElseThrow());
        assertFolds(ticket);
    }

    @Test
    @DisplayName("B-11 B-36 B-53 B-57 B-62 given groups and roles that move in the directory, when the same people look"
            + " again, then reading from outside and the queue follow at once, and Bo's grant does not")
    void groupsOfNow() {
        var queued = shop.twin();
        var chat = shop.assignedWith(BO);
        assertThat(rows(FIN, ListKind.QUEUE)).extracting(AgentRow::id).containsExactly(queued);
        assertThat(shop.agent(SUE).view(chat).isDone()).isTrue();

        shop.people.change(FIN, person -> person.groups(ACCESSORIES));
        shop.people.change(SUE, person -> person.groups(ACCESSORIES));
        shop.people.change(MO, person -> person.groups(FOOTWEAR));
        shop.people.change(BO, person -> person.groups());

        assertThat(rows(FIN, ListKind.QUEUE)).isEmpty();
        assertThat(reason(shop.agent(FIN).claim(queued))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(SUE).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(SUE).join(queued))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(rows(MO, ListKind.QUEUE)).extracting(AgentRow::id).containsExactly(queued);
        assertThat(reason(shop.agent(MO).reply(queued, "Hello."))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(shop.agent(MO).claim(queued).isDone()).isTrue();
        assertThat(shop.agent(BO).reply(chat, "Groupless.").isDone()).isTrue();
        assertThat(reason(shop.agent(BO).view(queued))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        shop.people.change(ZED, person -> person.role(Shop.INBOX, InboxRole.ADMIN));
        assertThat(shop.agent(ZED).join(chat).isDone()).isTrue();
        shop.people.change(ASHA, person -> person.groups().noRole(Shop.INBOX));
        assertThat(shop.agent(ASHA).reply(chat, "Still mine.").isDone()).isTrue();
        assertFolds(chat);
        assertFolds(queued);
    }

    @Test
    @DisplayName(
            "B-36 B-45 B-53 B-54 B-57 given an inbox where everybody may look on, when Mo reads a chat of others and"
                    + " the inbox closes that door, then he read what is for all, wrote nothing, and then has nothing")
    void readingOthers() {
        var chat = shop.assignedWith(BO);
        assertThat(reason(shop.agent(MO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        shop.conversations(now -> now.withReading(GroupReading.QUEUED, true));
        shop.agent(BO).note(chat, "For all.").orElseThrow();
        shop.agent(BO).note(chat, NoteDraft.of("For Asha.").toAssignee()).orElseThrow();

        assertThat(Story.texts(shop, MO, chat)).contains("For all.").doesNotContain("For Asha.");
        assertThat(rows(MO, ListKind.ALL)).extracting(AgentRow::id).containsExactly(chat);
        for (var refused : List.<Outcome<?>>of(
                shop.agent(MO).reply(chat, "Me."),
                shop.agent(MO).note(chat, "Me."),
                shop.agent(MO).leave(chat))) {
            assertThat(reason(refused)).isEqualTo(Reason.NOT_A_PARTICIPANT);
        }
        for (var refused : List.<Outcome<?>>of(
                shop.agent(MO).join(chat),
                shop.agent(MO).claim(chat),
                shop.agent(MO).resolve(chat),
                shop.agent(MO).addCollaborator(chat, CY),
                shop.agent(MO).removeCollaborator(chat, BO))) {
            assertThat(reason(refused)).isEqualTo(Reason.NOT_PERMITTED);
        }
        assertThat(reason(shop.agent(ZED).view(chat))).as("of another inbox").isEqualTo(Reason.UNKNOWN_CONVERSATION);

        shop.conversations(now -> now.withReading(GroupReading.QUEUED, false));
        assertThat(reason(shop.agent(MO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.agent(MO).visible(places(chat))).isEmpty();
        assertThat(rows(MO, ListKind.ALL)).isEmpty();
        assertFolds(chat);
    }

    private List<AgentRow> rows(AgentId agent, ListKind kind) {
        return shop.agent(agent).conversations(kind, ListRequest.first(10)).rows();
    }

    private List<EntryRef> places(ConversationId conversation) {
        return LongStream.range(0, shop.entries(conversation).size())
                .mapToObj(sequence -> new EntryRef(conversation, sequence))
                .toList();
    }

    private List<AgentEntry> export(AgentId agent, ConversationId conversation, ExportNotes notes) {
        var read = new ArrayList<AgentEntry>();
        shop.agent(agent).export(conversation, notes, read::add).orElseThrow();
        return read;
    }

    private static String text(AgentEntry entry) {
        return Story.texts(Outcome.done(List.of(entry))).get(0);
    }

    private void assertFolds(ConversationId conversation) {
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
        assertThat(shop.head(conversation).status()).isEqualTo(ConversationStatus.OPEN);
    }
}
