package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Numbering;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.CommitResult;
import dev.collab.spi.CountQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether threads that write the same conversation lose nothing, and readers see no commit half. */
public abstract class ConcurrencySuite extends StorageSuite {
    private static final int THREADS = 4;

    private final SharedChat chat;
    private final Crowd crowd = new Crowd();

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ConcurrencySuite(StorageBench bench) {
        super(bench);
        this.chat = new SharedChat(bench.empty());
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("P-23 P-24 takes one of the commits with the same expected revision, the opening included")
    void oneWinner() {
        for (int round = 0; round < 40 * bench().effort(); round++) {
            var commit = chat.storage
                    .conversations()
                    .load(CHAT, null)
                    .map(stored -> Commits.after(stored.head()))
                    .orElseGet(() -> Commits.first(CHAT))
                    .build();
            var results = new ConcurrentLinkedQueue<CommitResult>();
            new Crowd()
                    .times(
                            THREADS,
                            number -> results.add(chat.storage.conversations().commit(commit)))
                    .run();
            assertThat(results)
                    .as("answers to %d commits that expect revision %d", THREADS, round)
                    .containsExactlyInAnyOrder(
                            CommitResult.COMMITTED,
                            CommitResult.CONVERSATION_CHANGED,
                            CommitResult.CONVERSATION_CHANGED,
                            CommitResult.CONVERSATION_CHANGED);
        }
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("P-24 B-68 loses no acknowledged commit and leaves no gap in revisions and sequences")
    void noneLost() {
        chat.open();
        int each = 25 * bench().effort();
        int total = THREADS * each;
        Map<Long, StoredReceipt> acknowledged = new ConcurrentHashMap<>();
        new Crowd()
                .times(THREADS, thread -> {
                    for (int number = 0; number < each; number++) {
                        var receipt = Samples.receipt(CHAT, "thread-" + thread + "-" + number);
                        long revision = chat.commitUntilDone(receipt, total);
                        assertThat(acknowledged.put(revision, receipt))
                                .as("another commit that made revision %d", revision)
                                .isNull();
                    }
                })
                .run();

        assertThat(chat.load().head().revision()).as("the last revision").isEqualTo(total + 1L);
        assertThat(acknowledged.keySet())
                .as("acknowledged revisions")
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, total + 1L).boxed().toList());
        assertThat(chat.timeline())
                .extracting(TimelineEntry::sequence)
                .as("sequences")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, total).boxed().toList());
        assertThat(acknowledged.values())
                .allSatisfy(receipt -> assertThat(chat.receipt(receipt)).isEqualTo(receipt));
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.CONCURRENCY)
    @DisplayName(
            "B-56 P-7 shows a page without a gap, never older than a head seen before, nor newer than one seen after")
    void pagesAndHeads() {
        chat.open();
        crowd.times(1, number -> chat.write(150 * bench().effort(), chat::next, crowd::pace))
                .meanwhile(2, number -> {
                    long before = chat.load().head().counters().entries();
                    var page = sequences(chat.page(Direction.DESCENDING, Long.MAX_VALUE, 100));
                    long after = chat.load().head().counters().entries();
                    assertThat(page).as("the newest page").isNotEmpty();
                    long newest = page.get(0);
                    assertThat(newest)
                            .as("the newest entry, read after a head with %d and before one with %d", before, after)
                            .isBetween(before - 1, after - 1);
                    assertThat(page)
                            .as("the newest page")
                            .containsExactlyElementsOf(LongStream.range(0, page.size())
                                    .mapToObj(place -> newest - place)
                                    .toList());
                })
                .run();
    }

    @Test
    @Clause(value = "NewestStore.load", read = Chapter.CONCURRENCY)
    @DisplayName("B-56 P-7 ends the newest entries where the head that comes with them stops counting")
    void endAndHead() {
        chat.open();
        crowd.times(1, number -> chat.write(150 * bench().effort(), chat::next, crowd::pace))
                .meanwhile(2, number -> {
                    var end = chat.storage
                            .newest()
                            .load(CHAT, Numbering.AGENTS, 10)
                            .orElseThrow();
                    assertThat(end.newest().get(0).sequence())
                            .as("the newest entry")
                            .isEqualTo(end.conversation().head().counters().entries() - 1);
                })
                .run();
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.CONCURRENCY)
    @DisplayName("B-56 P-7 never shows or counts half a commit")
    void wholeCommits() {
        chat.open(message -> chat.withNote(message));
        crowd.times(1, number -> chat.write(150 * bench().effort(), () -> chat.withNote(chat.next()), crowd::pace))
                .meanwhile(2, number -> {
                    // Every commit has two entries, so a page that ends with the newest holds an even number.
                    assertThat(sequences(chat.page(Direction.DESCENDING, Long.MAX_VALUE, 10)))
                            .as("the newest page, of commits of a message 2n and a note 2n + 1")
                            .satisfies(page -> assertThat(page.get(0) % 2).isEqualTo(1));
                    long start = chat.load().head().counters().entries() - 2;
                    assertThat(sequences(chat.page(Direction.ASCENDING, start, 1_000)))
                            .as("all from %d on, of commits of a message 2n and a note 2n + 1", start)
                            .satisfies(page -> assertThat(page.size() % 2).isZero());
                    var count = new CountQuery(CHAT, SharedChat.FOR_AGENTS, start, 1_000);
                    assertThat(chat.storage.conversations().count(List.of(count)))
                            .as("how many there are from %d on, in commits of two", start)
                            .satisfies(counts -> assertThat(counts.get(0) % 2).isZero());
                })
                .run();
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.CONCURRENCY)
    @DisplayName("B-41 P-27 loads a receipt exactly with the head its commit made")
    void receiptWithHead() {
        chat.open();
        crowd.times(
                        1,
                        number -> chat.write(
                                200 * bench().effort(),
                                () -> {
                                    var commit = chat.next();
                                    return commit.remembering(Samples.receipt(
                                            CHAT, "revision-" + commit.head().revision()));
                                },
                                crowd::pace))
                .meanwhile(2, number -> {
                    long revision = chat.load().head().revision() + 1;
                    var command = Samples.command(CHAT, "revision-" + revision);
                    var stored =
                            chat.storage.conversations().load(CHAT, command).orElseThrow();
                    assertThat(stored.receipt() != null)
                            .as(
                                    "the receipt of the commit that made revision %d is there, loaded with revision %d",
                                    revision, stored.head().revision())
                            .isEqualTo(stored.head().revision() >= revision);
                })
                .run();
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.CONCURRENCY)
    @DisplayName("P-7 P-16 loads head and settings of one snapshot")
    void settingsWithHead() {
        chat.open();
        crowd.times(1, number -> {
                    for (int round = 0; round < 100 * bench().effort(); round++) {
                        long settings = chat.changeSettings();
                        chat.write(1, () -> chat.next().settings(settings), crowd::pace);
                    }
                })
                .meanwhile(2, number -> {
                    var stored = chat.load();
                    long revision = stored.head().revision();
                    assertThat(stored.settings().revision())
                            .as("settings with revision %d; each commit came after one more change of them", revision)
                            .isBetween(revision - 1, revision);
                })
                .run();
    }

    @Test
    @Clause(value = "ConversationStore.forgetReceipts", read = Chapter.CONCURRENCY)
    @DisplayName("P-32 forgets each receipt once, and all whose time is over")
    void receipts() {
        int total = 60 * bench().effort();
        chat.open();
        var made = new AtomicInteger();
        chat.write(total, () -> chat.next().remembering(Samples.receipt(CHAT, "key-" + made.incrementAndGet(), NOW)));
        var forgotten = new AtomicInteger();
        new Crowd()
                .times(THREADS, thread -> {
                    int batch = 1;
                    for (int round = 0; round <= total && batch > 0; round++) {
                        batch = chat.storage.conversations().forgetReceipts(NOW, 7);
                        assertThat(batch).as("forgotten at once").isBetween(0, 7);
                        forgotten.addAndGet(batch);
                    }
                })
                .run();

        assertThat(forgotten)
                .as("how many %d threads say they forgot, of %d receipts", THREADS, total)
                .hasValue(total);
        assertThat(Set.of("key-1", "key-" + total))
                .allSatisfy(key ->
                        assertThat(chat.receipt(Samples.receipt(CHAT, key))).isNull());
    }

    private static List<Long> sequences(List<TimelineEntry> page) {
        return page.stream().map(TimelineEntry::sequence).toList();
    }
}
