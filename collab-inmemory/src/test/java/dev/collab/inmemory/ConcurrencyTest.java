package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.NOW;
import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.InboxSettings;
import dev.collab.model.Numbering;
import dev.collab.model.SettingsChange;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CommitResult;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Storage in memory, used by many threads at once,")
class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 300;

    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    @DisplayName("P-23 lets one of the commits with the same expected revision win, the opening included")
    void oneWinner() {
        for (int round = 0; round < ROUNDS; round++) {
            var commit = storage.conversations()
                    .load(CHAT, null)
                    .map(stored -> Commits.after(stored.head()))
                    .orElseGet(() -> Commits.first(CHAT))
                    .build();
            var results = new ConcurrentLinkedQueue<CommitResult>();
            Crowd.run(Crowd.times(4, () -> results.add(storage.conversations().commit(commit))));
            assertThat(results)
                    .containsExactlyInAnyOrder(
                            CommitResult.COMMITTED,
                            CommitResult.CONVERSATION_CHANGED,
                            CommitResult.CONVERSATION_CHANGED,
                            CommitResult.CONVERSATION_CHANGED);
        }
    }

    @Test
    @DisplayName("P-24 loses no acknowledged commit and leaves no gap in revisions and sequences")
    void noneLost() {
        open();
        Map<Long, StoredReceipt> acknowledged = new ConcurrentHashMap<>();
        var names = new AtomicInteger();
        Crowd.run(Crowd.times(THREADS, () -> {
            var name = "thread-" + names.incrementAndGet();
            for (int number = 0; number < ROUNDS; number++) {
                var receipt = Samples.receipt(CHAT, name + "-" + number);
                long revision = commitUntilDone(0, receipt);
                assertThat(acknowledged.put(revision, receipt)).isNull();
            }
        }));

        long total = 1 + THREADS * (long) ROUNDS;
        assertThat(load().head().counters().revision()).isEqualTo(total);
        assertThat(acknowledged.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, total).boxed().toList());
        assertThat(timeline())
                .extracting(TimelineEntry::sequence)
                .containsExactlyElementsOf(LongStream.range(0, total).boxed().toList());
        assertThat(acknowledged.values())
                .allSatisfy(receipt -> assertThat(storage.conversations().load(CHAT, receipt.command()))
                        .hasValueSatisfying(
                                stored -> assertThat(stored.receipt()).isEqualTo(receipt)));
    }

    @Test
    @DisplayName("B-56 shows pages and heads of one instant while others write")
    void snapshots() {
        open();
        var done = new AtomicBoolean();
        Crowd.Action writer = () -> {
            for (int number = 0; number < 5 * ROUNDS; number++) {
                commitUntilDone(0, Samples.receipt(CHAT, "key-" + number));
            }
            done.set(true);
        };
        Crowd.Action reader = () -> {
            while (!done.get()) {
                long counted = load().head().counters().entries();
                var page = page(Direction.DESCENDING, Long.MAX_VALUE);
                long newest = page.get(0).sequence();
                assertThat(newest).isGreaterThanOrEqualTo(counted - 1);
                assertThat(page)
                        .extracting(TimelineEntry::sequence)
                        .containsExactlyElementsOf(LongStream.range(0, page.size())
                                .mapToObj(place -> newest - place)
                                .toList());
                assertThat(load().head().counters().entries()).isGreaterThan(newest);
            }
        };
        Crowd.run(Stream.concat(Stream.of(writer), Crowd.times(3, reader)));
    }

    @Test
    @DisplayName("B-41 loads a receipt exactly with the head its commit made")
    void receiptWithHead() {
        open();
        int commits = 20_000;
        Crowd.Action writer = () -> {
            for (int number = 2; number <= commits; number++) {
                commitUntilDone(0, Samples.receipt(CHAT, "revision-" + number));
            }
        };
        Crowd.Action reader = () -> {
            for (long revision = load().head().revision();
                    revision < commits;
                    revision = load().head().revision()) {
                var next = Samples.command(CHAT, "revision-" + (revision + 1));
                var stored = storage.conversations().load(CHAT, next).orElseThrow();
                assertThat(stored.receipt() != null).isEqualTo(stored.head().revision() > revision);
            }
        };
        Crowd.run(Stream.of(writer, reader, reader));
    }

    @Test
    @DisplayName("B-1 makes every acknowledged change of settings once, and loses none")
    void settings() {
        Queue<SettingsChange> made = new ConcurrentLinkedQueue<>();
        Crowd.run(Crowd.times(THREADS, () -> {
            for (int number = 0; number < ROUNDS; number++) {
                made.add(changeSettingsUntilDone());
            }
        }));

        int total = THREADS * ROUNDS;
        var history = storage.inboxes().history(SHOP, Long.MAX_VALUE, total + 1);
        assertThat(storage.inboxes().load(SHOP).revision()).isEqualTo(total);
        assertThat(history).hasSize(total).containsExactlyInAnyOrderElementsOf(made);
        for (int place = 0; place + 1 < total; place++) {
            assertThat(history.get(place).before())
                    .isEqualTo(history.get(place + 1).after());
        }
    }

    @Test
    @DisplayName(
            "P-16 puts a change of settings before or after each commit: who saw the change sees no commit on the old")
    void settingsVersusCommit() {
        open();
        Map<Long, Long> decidedOn = new ConcurrentHashMap<>();
        Queue<StoredConversation> seen = new ConcurrentLinkedQueue<>();
        var writing = new AtomicInteger(2);
        Crowd.Action writer = () -> {
            for (int number = 0; number < 3_000; number++) {
                var stored = load();
                long settings = stored.settings().revision();
                var commit = Commits.after(stored.head()).settings(settings).build();
                if (storage.conversations().commit(commit) == CommitResult.COMMITTED) {
                    decidedOn.put(commit.head().revision(), settings);
                }
            }
            writing.decrementAndGet();
        };
        Crowd.Action changer = () -> {
            while (writing.get() > 0) {
                storage.inboxes().compareAndSet(Samples.change(storage.inboxes().load(SHOP)));
                seen.add(load());
            }
        };
        Crowd.run(Stream.of(writer, writer, changer, changer));

        assertThat(decidedOn).hasSizeGreaterThan(100);
        for (var snapshot : seen) {
            var next = decidedOn.get(snapshot.head().revision() + 1);
            if (next != null) {
                assertThat(next)
                        .as("settings of revision %d", snapshot.head().revision() + 1)
                        .isGreaterThanOrEqualTo(snapshot.settings().revision());
            }
        }
    }

    @Test
    @DisplayName("P-32 forgets each receipt once")
    void receipts() {
        int total = 500;
        open();
        for (int number = 0; number < total; number++) {
            commitUntilDone(0, Samples.receipt(CHAT, "key-" + number, NOW));
        }
        var forgotten = new AtomicInteger();
        Crowd.run(Crowd.times(4, () -> {
            for (int count = storage.conversations().forgetReceipts(NOW, 7);
                    count > 0;
                    count = storage.conversations().forgetReceipts(NOW, 7)) {
                forgotten.addAndGet(count);
            }
        }));

        assertThat(forgotten).hasValue(total);
        assertThat(storage.conversations().load(CHAT, Samples.command(CHAT, "key-0")))
                .hasValueSatisfying(stored -> assertThat(stored.receipt()).isNull());
    }

    private void open() {
        assertThat(storage.conversations().commit(Commits.first(CHAT).build())).isEqualTo(CommitResult.COMMITTED);
    }

    private StoredConversation load() {
        return storage.conversations().load(CHAT, null).orElseThrow();
    }

    private long commitUntilDone(long settings, StoredReceipt receipt) {
        while (true) {
            var commit = Commits.after(load().head())
                    .settings(settings)
                    .remembering(receipt)
                    .build();
            if (storage.conversations().commit(commit) == CommitResult.COMMITTED) {
                return commit.head().revision();
            }
        }
    }

    private SettingsChange changeSettingsUntilDone() {
        while (true) {
            InboxSettings before = storage.inboxes().load(SHOP);
            var change = Samples.change(before);
            if (storage.inboxes().compareAndSet(change)) {
                return change;
            }
        }
    }

    private List<TimelineEntry> timeline() {
        var all = new ArrayList<TimelineEntry>();
        for (var page = page(Direction.ASCENDING, 0); !page.isEmpty(); page = page(Direction.ASCENDING, all.size())) {
            all.addAll(page);
        }
        return all;
    }

    private List<TimelineEntry> page(Direction direction, long start) {
        var lanes = List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0));
        var scope = new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
        return storage.conversations().read(new TimelineQuery(CHAT, scope, direction, start, 100));
    }
}
