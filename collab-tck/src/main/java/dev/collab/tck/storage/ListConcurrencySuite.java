package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.NOW;
import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationScope;
import dev.collab.model.ConversationStatus;
import dev.collab.model.GroupId;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxId;
import dev.collab.model.SettingsChange;
import dev.collab.model.ViewerMark;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether each row of a list is of one snapshot, and lists hold together while others write. */
public abstract class ListConcurrencySuite extends StorageSuite {
    private static final int CONVERSATIONS = 12;
    private static final int WRITERS = 2;

    private final Storage storage;
    private final Crowd crowd = new Crowd();
    private final Map<ConversationId, ConversationHead> heads = new ConcurrentHashMap<>();
    private final AtomicLong settings = new AtomicLong();
    private final AtomicLong time = new AtomicLong();

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ListConcurrencySuite(StorageBench bench) {
        super(bench);
        this.storage = bench.empty();
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.CONCURRENCY)
    @DisplayName("B-57 B-56 has a conversation at most once on a page and rows in order, however they move")
    void onePage() {
        open();
        crowd.times(WRITERS, writer -> each(writer, number -> write(number, anyTime())))
                .meanwhile(2, number -> {
                    var page = storage.conversations().find(seenBy("asha", true));
                    assertThat(ids(page)).as("the conversations of a page").doesNotHaveDuplicates();
                    assertThat(positions(page))
                            .as("the places of the rows of a page")
                            .isSorted();
                })
                .run();
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.CONCURRENCY)
    @DisplayName("B-56 P-7 shows head, newest entry and mark of one snapshot in each row")
    void oneSnapshot() {
        open();
        crowd.times(
                        WRITERS,
                        writer -> each(writer, number -> {
                            var head = write(number, nextTime());
                            storage.conversations().mark(atEnd(head));
                        }))
                .meanwhile(
                        2,
                        number -> assertThat(storage.conversations().find(seenBy("asha", true)))
                                .allSatisfy(row -> {
                                    var counters = row.head().counters();
                                    assertThat(row.newestPublic().sequence())
                                            .as("the newest entry, in a row with %s", counters)
                                            .isEqualTo(counters.newestPublic());
                                    assertThat(row.mark())
                                            .as("the mark, set after each commit, in a row with %s", counters)
                                            .isBetween(counters.entries() - 1, counters.entries());
                                }))
                .run();
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.CONCURRENCY)
    @DisplayName("B-53 B-56 admits each row by the settings it shows, which are of the head's snapshot")
    void settingsOfRows() {
        open();
        crowd.times(1, writer -> {
                    for (int round = 0; round < 80 * bench().effort(); round++) {
                        change(round % 2 == 0 ? GroupReading.ALL : GroupReading.QUEUED);
                        write(0, nextTime());
                        crowd.pace();
                    }
                })
                .meanwhile(2, number -> {
                    var query = seenBy("bo", number == 0);
                    assertThat(storage.conversations().find(query)).allSatisfy(row -> {
                        assertThat(query.admits(row.head(), row.settings()))
                                .as(
                                        "that %s is admitted by settings %d",
                                        row.head().id(), row.settings().revision())
                                .isTrue();
                        long revision = row.head().revision();
                        if (row.head().id().equals(id(0))) {
                            assertThat(row.settings().revision())
                                    .as("settings with revision %d, which came after one more change", revision)
                                    .isBetween(revision - 1, revision);
                        }
                    });
                })
                .run();
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.CONCURRENCY)
    @DisplayName("B-57 neither loses nor repeats from page to page a conversation that nobody changes")
    void neverLost() {
        var quiet = IntStream.range(0, CONVERSATIONS)
                .filter(number -> isQuiet(number))
                .mapToObj(number -> id(number))
                .toList();
        open();
        crowd.times(
                        WRITERS,
                        writer -> each(writer, number -> {
                            if (!isQuiet(number)) {
                                write(number, anyTime());
                            }
                        }))
                .meanwhile(2, number -> {
                    var seen = new ArrayList<ConversationId>();
                    for (var page = page(null); !page.isEmpty(); page = page(page.get(page.size() - 1))) {
                        assertThat(ids(page)).as("the conversations of a page").doesNotHaveDuplicates();
                        assertThat(seen).as("the pages seen have no end").hasSizeLessThan(100 * CONVERSATIONS);
                        seen.addAll(ids(page));
                    }
                    seen.retainAll(quiet);
                    assertThat(seen)
                            .as("those that nobody changes, on pages of three")
                            .containsExactlyInAnyOrderElementsOf(quiet);
                })
                .run();
    }

    private void open() {
        IntStream.range(0, CONVERSATIONS).forEach(number -> {
            var head = write(number, NOW.plusSeconds(number));
            storage.conversations().mark(atEnd(head));
        });
    }

    /** Goes through the conversations of a writer, which nobody else writes, again and again. */
    private void each(int writer, Crowd.Action write) throws Exception {
        for (int round = 0; round < 80 * bench().effort(); round++) {
            write.run((writer + round * WRITERS) % CONVERSATIONS);
            crowd.pace();
        }
    }

    /** Assigned, so that its group sees it only where the inbox lets it read all. */
    private ConversationHead write(int number, Instant activity) {
        var stored = heads.get(id(number));
        var old = stored == null ? new Counters(0, 0, 0, 0, 0) : stored.counters();
        long entries = old.entries();
        var head = Heads.open(id(number).value())
                .group("first")
                .assignedTo("zed")
                .active(activity)
                .counting(new Counters(entries + 1, entries + 1, entries + 1, entries + 1, entries));
        var commit = (stored == null ? Commits.first(head.id()) : Commits.after(stored))
                .head(head)
                .settings(settings.get())
                .entries(Samples.message(head.id(), entries, entries + 1, entries, "message"));
        assertThat(storage.conversations().commit(commit.build()))
                .as("revision %d of %s, which only one thread writes", head.revision(), head.id())
                .isEqualTo(CommitResult.COMMITTED);
        heads.put(head.id(), head);
        return head;
    }

    private void change(GroupReading reading) {
        var before = storage.inboxes().load(SHOP);
        var next = Samples.change(before).after();
        var after = next.withConversations(next.conversations().withReading(reading, false));
        assertThat(storage.inboxes().compareAndSet(new SettingsChange(Samples.ASHA, NOW, before, after)))
                .as("a change of settings that only one thread changes")
                .isTrue();
        settings.set(after.revision());
    }

    private static ConversationQuery seenBy(String agent, boolean admin) {
        return query(agent, admin ? Set.of(SHOP) : Set.of(), null, ConversationQuery.MAX_LIMIT);
    }

    private List<ListedConversation> page(@Nullable ListedConversation after) {
        return storage.conversations().find(query("asha", Set.of(SHOP), after == null ? null : position(after), 3));
    }

    private static ConversationQuery query(
            String agent, Set<InboxId> administered, @Nullable Position after, int limit) {
        var scope = new ConversationScope(
                new AgentId(agent), null, NOW, Set.of(new GroupId("first")), Set.of(), administered, Set.of());
        return new ConversationQuery(scope, ListKind.ALL, EnumSet.allOf(ConversationStatus.class), after, limit);
    }

    private Instant nextTime() {
        return NOW.plusSeconds(time.incrementAndGet());
    }

    /** Up and down, among those of the conversations that stay. */
    private Instant anyTime() {
        return NOW.plusSeconds(time.addAndGet(7_919) % CONVERSATIONS);
    }

    private static boolean isQuiet(int number) {
        return (number / WRITERS) % 2 == 1;
    }

    private static ConversationId id(int number) {
        return new ConversationId("chat-" + number);
    }

    private static ViewerMark atEnd(ConversationHead head) {
        return new ViewerMark(
                head.id(), ActorKind.AGENT, "asha", head.counters().entries());
    }

    private static List<ConversationId> ids(List<ListedConversation> page) {
        return page.stream().map(row -> row.head().id()).toList();
    }

    private static List<Position> positions(List<ListedConversation> page) {
        return page.stream().map(row -> position(row)).toList();
    }

    private static Position position(ListedConversation row) {
        return new Position(row.head().lastActivityAt(), row.head().id());
    }
}
