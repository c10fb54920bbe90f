package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Notification;
import dev.collab.model.Numbering;
import dev.collab.model.Receipt;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.model.ViewerMark;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether ids that look alike are told apart wherever they are stored or searched by. */
public abstract class IdentitySuite extends StorageSuite {
    /** Cases, normal forms, scripts and widths of one letter; wild cards, quotes, numbers, and ids that end late. */
    private static final List<String> ALIKE = Stream.of(
                    Stream.of("e", "E", "\u00E9", "e\u0301", "\u0435", "\uFF45", "e\u200D"),
                    Stream.of("i", "I", "\u0131", "stra\u00DFe", "strasse", "STRASSE"),
                    Stream.of("a%b", "a_b", "a\\b", "a'b", "axb", "a b", "a  b"),
                    Stream.of("1", "01", "1.0", "null", "PUBLIC", "AGENTS"),
                    Stream.of("x".repeat(200), "x".repeat(199), "x".repeat(199) + "y"),
                    Stream.of("\uD83D\uDE00".repeat(100), "\uD83D\uDE00".repeat(99) + "\uD83D\uDE01"))
            .flatMap(values -> values)
            .toList();

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected IdentitySuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.VALUES)
    @DisplayName("P-22 of conversations are told apart")
    void conversations() {
        var storage = empty();
        for (var id : ALIKE) {
            Shown.commit(storage, Commits.first(new ConversationId(id)));
        }
        storage.conversations().mute(new ConversationId("e"), Samples.BO, true);

        for (var value : ALIKE) {
            var id = new ConversationId(value);
            assertThat(Shown.head(storage, id).id()).isEqualTo(id);
            assertThat(Shown.timeline(storage, id))
                    .extracting(TimelineEntry::conversation)
                    .containsExactly(id);
            assertThat(storage.conversations().isMuted(id, Samples.BO))
                    .as("%s is muted", value)
                    .isEqualTo(value.equals("e"));
        }
        assertThat(Shown.ids(storage, Samples.SHOP)).hasSameSizeAs(ALIKE);
    }

    @Test
    @Clause(value = "InboxStore.load", read = Chapter.VALUES)
    @DisplayName("P-22 of inboxes are told apart")
    void inboxes() {
        var storage = empty();
        var world = new ListWorld(storage);
        for (int number = 0; number < ALIKE.size(); number++) {
            world.write(Heads.open("chat-" + number).in(ALIKE.get(number)).granted("bo", 0, null));
        }
        var changed = Samples.change(InboxSettings.untouched(new InboxId("e"))).after();
        Shown.change(storage, changed.inbox());

        for (int number = 0; number < ALIKE.size(); number++) {
            var inbox = new InboxId(ALIKE.get(number));
            var expected = inbox.value().equals("e") ? changed : InboxSettings.untouched(inbox);
            assertThat(Shown.settings(storage, inbox)).isEqualTo(expected);
            assertThat(Shown.ids(storage, inbox)).containsExactly(new ConversationId("chat-" + number));
            assertThat(Shown.collaborations(storage, inbox)).hasSize(1);
            var admin = ListViews.agent("dee").with(Set.of(), Set.of(inbox), Set.of());
            only(number, storage, admin, ListKind.ALL);
        }
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.VALUES)
    @DisplayName("B-43 P-22 of customers are told apart")
    void customers() {
        var storage = empty();
        var world = new ListWorld(storage);
        for (int number = 0; number < ALIKE.size(); number++) {
            world.write(Heads.open("chat-" + number).of(ALIKE.get(number)));
        }
        for (int number = 0; number < ALIKE.size(); number++) {
            only(number, storage, ListViews.customer(ALIKE.get(number)), ListKind.ALL);
            assertThat(Shown.ids(storage, new CustomerId(ALIKE.get(number))))
                    .containsExactly(new ConversationId("chat-" + number));
        }
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.VALUES)
    @DisplayName("B-11 P-22 of assignees, collaborators and groups are told apart")
    void viewers() {
        var storage = empty();
        var world = new ListWorld(storage);
        int count = ALIKE.size();
        for (int number = 0; number < count; number++) {
            world.write(Heads.open("chat-" + number).assignedTo(ALIKE.get(number)));
            world.write(
                    Heads.open("chat-" + (count + number)).assignedTo("asha").granted(ALIKE.get(number), 0, null));
            world.write(Heads.open("chat-" + (2 * count + number)).group(ALIKE.get(number)));
        }
        for (int number = 0; number < count; number++) {
            var viewer = ListViews.agent(ALIKE.get(number));
            only(number, storage, viewer, ListKind.MINE);
            only(count + number, storage, viewer, ListKind.COLLABORATING);
            only(2 * count + number, storage, viewer.inGroup(ALIKE.get(number)), ListKind.QUEUE);
        }
    }

    private static void only(int number, Storage storage, ListViews viewer, ListKind list) {
        assertThat(storage.conversations().find(viewer.list(list)))
                .as("the list %s of %s", list, viewer)
                .extracting(row -> row.head().id().value())
                .containsExactly("chat-" + number);
    }

    @Test
    @Clause(value = "ConversationStore.mark", read = Chapter.VALUES)
    @DisplayName("B-57 B-73 P-22 of viewers are told apart where marks and wishes to be left alone are kept")
    void marks() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("chat"));
        for (int number = 0; number < ALIKE.size(); number++) {
            storage.conversations().mark(new ViewerMark(CHAT, ActorKind.AGENT, ALIKE.get(number), number + 1));
        }
        storage.conversations().mute(CHAT, new AgentId("e"), true);

        for (int number = 0; number < ALIKE.size(); number++) {
            var id = ALIKE.get(number);
            var admin = ListViews.agent(id).with(Set.of(), Set.of(Samples.SHOP), Set.of());
            assertThat(Shown.list(storage, admin).get(0).mark())
                    .as("mark of %s", id)
                    .isEqualTo(number + 1);
            assertThat(storage.conversations().isMuted(CHAT, new AgentId(id)))
                    .as("%s is muted", id)
                    .isEqualTo(id.equals("e"));
        }
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.VALUES)
    @DisplayName("B-45 P-22 of the readers of notes are told apart")
    void readers() {
        var storage = empty();
        int count = ALIKE.size();
        var notes = IntStream.range(0, count)
                .mapToObj(number ->
                        Samples.note(CHAT, number + 1, 1, Audience.NAMED, Set.of(new AgentId(ALIKE.get(number)))));
        var entries = Stream.concat(Stream.of(Samples.message(CHAT, 0, 1, 0, "message")), notes)
                .toArray(TimelineEntry[]::new);
        Shown.commit(
                storage,
                Commits.first(CHAT).head(Samples.head(CHAT, 1, count + 1, 1)).entries(entries));

        for (int number = 0; number < count; number++) {
            var lane = new Lane(AudienceKey.of(new AgentId(ALIKE.get(number))), 0);
            var scope = new TimelineScope(List.of(lane), Long.MAX_VALUE, Numbering.AGENTS);
            assertThat(storage.conversations().read(new TimelineQuery(CHAT, scope, Direction.ASCENDING, 0, 100)))
                    .as("what only %s reads", ALIKE.get(number))
                    .containsExactly(entries[number + 1]);
        }
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.VALUES)
    @DisplayName("B-41 P-22 P-29 of commands are told apart, by their keys and by their actors")
    void commands() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        var receipts = new ArrayList<StoredReceipt>();
        for (var id : ALIKE) {
            receipts.add(receipt("carl", id));
            receipts.add(receipt(id, "key"));
        }
        receipts.forEach(storage.conversations()::remember);

        for (var receipt : receipts) {
            assertThat(Shown.receipt(storage, receipt.command())).isEqualTo(receipt);
        }
        assertThat(storage.conversations().forgetReceipts(NOW, Shown.MANY)).isEqualTo(receipts.size());
    }

    private static StoredReceipt receipt(String actor, String key) {
        var command = new CommandRef(CHAT, ActorKind.AGENT, actor, new CommandKey(key));
        return new StoredReceipt(command, "hash of " + actor + key, new Receipt(0, Map.of(actor, key), NOW), NOW);
    }

    @Test
    @Clause(value = "Outbox.acknowledge", read = Chapter.VALUES)
    @DisplayName("B-71 B-72 P-22 of notifications, recipients and claimers are told apart")
    void notifications() {
        var storage = empty();
        var told = IntStream.range(0, ALIKE.size())
                .mapToObj(number -> Samples.notification(ALIKE.get(number), CHAT, ALIKE.get(number), 1, number))
                .toArray(Notification[]::new);
        Shown.commit(storage, Commits.first(CHAT).telling(told));
        var outbox = storage.outbox();

        assertThat(outbox.claim("e", NOW, NOW.plusSeconds(1), Shown.MANY))
                .extracting(claim -> claim.notification())
                .containsExactlyInAnyOrder(told);
        for (var claimer : ALIKE.subList(1, ALIKE.size())) {
            assertThat(outbox.acknowledge(told[0].id(), claimer))
                    .as("claimed by %s", claimer)
                    .isFalse();
        }
        for (var one : told) {
            assertThat(outbox.acknowledge(one.id(), "e"))
                    .as("acknowledged %s", one.id())
                    .isTrue();
        }
    }

    @Test
    @Clause(value = "CollaborationStore.find", read = Chapter.VALUES)
    @DisplayName("B-74 P-22 of collaborations are told apart")
    void collaborations() {
        var storage = empty();
        var ended = ALIKE.stream().map(Samples::ended).toArray(EndedCollaboration[]::new);

        Shown.commit(storage, Commits.first(CHAT).ending(ended));

        assertThat(Shown.collaborations(storage, CHAT))
                .extracting(one -> one.ended())
                .containsExactlyInAnyOrder(ended);
    }
}
