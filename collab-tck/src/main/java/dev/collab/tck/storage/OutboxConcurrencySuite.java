package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.spi.Outbox.Claim;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether many relays share the outbox, and none of what was committed is missed or comes early. */
public abstract class OutboxConcurrencySuite extends StorageSuite {
    private static final int THREADS = 4;
    private static final Instant LEASE = NOW.plusSeconds(60);

    private final SharedChat chat;
    private final Crowd crowd = new Crowd();

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected OutboxConcurrencySuite(StorageBench bench) {
        super(bench);
        this.chat = new SharedChat(bench.empty());
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("P-34 P-36 fills it as it stores the rest: who sees the one sees the other")
    void withCommit() {
        chat.open();
        Set<Long> claimed = new TreeSet<>();
        crowd.times(
                        1,
                        number -> chat.write(
                                150 * bench().effort(),
                                () -> {
                                    var commit = chat.next();
                                    long revision = commit.head().revision();
                                    return commit.telling(Samples.notification(
                                            "n" + revision, CHAT, "agent-" + revision, revision, 0));
                                },
                                crowd::pace))
                .meanwhile(1, number -> {
                    long shown = chat.load().head().revision();
                    claimAll(claim -> claimed.add(claim.notification().revision()));
                    long newest = claimed.stream().mapToLong(one -> one).max().orElse(1);
                    assertThat(claimed.size())
                            .as("claimed of revisions 2 to %d, each of which tells one agent", newest)
                            .isEqualTo((int) newest - 1);
                    assertThat(newest)
                            .as("the newest claimed, after revision %d was loaded", shown)
                            .isGreaterThanOrEqualTo(shown);
                    assertThat(chat.load().head().revision())
                            .as("the revision loaded after the notifications of %d were claimed", newest)
                            .isGreaterThanOrEqualTo(newest);
                })
                .run();
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.CONCURRENCY)
    @DisplayName("B-71 B-72 gives each notification to one claimer, in order for one conversation and recipient")
    void oneClaimer() {
        int agents = 20;
        int commits = 12 * bench().effort();
        chat.open();
        chat.write(commits, () -> toldTo(agents));
        Map<NotificationId, String> holders = new ConcurrentHashMap<>();
        Map<String, Long> delivered = new ConcurrentHashMap<>();
        var working = new AtomicInteger();
        new Crowd()
                .times(
                        THREADS,
                        thread -> deliver("relay-" + thread, working, claim -> {
                            var told = claim.notification();
                            assertThat(holders.put(told.id(), "relay-" + thread))
                                    .as("who else has claimed %s", told.id())
                                    .isNull();
                            var before = delivered.put(told.recipient(), told.revision());
                            assertThat(before == null ? 0L : before)
                                    .as("the revision delivered before %d to %s", told.revision(), told.recipient())
                                    .isLessThan(told.revision());
                        }))
                .run();

        assertThat(holders.keySet()).as("delivered").hasSize(agents * commits);
        assertThat(chat.storage.outbox().claim("relay", LEASE, LEASE, 1))
                .as("left")
                .isEmpty();
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.CONCURRENCY)
    @DisplayName("P-35 B-71 misses nothing, in whatever order commits that overlap are done")
    void noneMissed() {
        int each = 25 * bench().effort();
        Set<String> delivered = new ConcurrentSkipListSet<>();
        Consumer<Claim> deliver = claim -> {
            var id = claim.notification().id();
            assertThat(delivered.add(id.value()))
                    .as("%s is delivered for the first time", id)
                    .isTrue();
        };
        crowd.times(THREADS, thread -> {
                    var world = new OutboxWorld(chat.storage);
                    for (int number = 0; number < each; number++) {
                        world.tell(new ConversationId("chat-" + thread), "n" + thread + "-" + number + "@bo");
                        crowd.pace();
                    }
                })
                .meanwhile(2, number -> claimAndAcknowledge("relay-" + number, deliver))
                .run();
        boolean more = true;
        while (more) {
            more = claimAndAcknowledge("relay-0", deliver);
        }

        assertThat(delivered)
                .as("delivered of what was committed")
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, THREADS * each)
                        .mapToObj(number -> "n" + number / each + "-" + number % each)
                        .toList());
    }

    private Commits toldTo(int agents) {
        var commit = chat.next();
        long revision = commit.head().revision();
        return commit.telling(IntStream.range(0, agents)
                .mapToObj(agent ->
                        Samples.notification("n" + revision + "-" + agent, CHAT, "agent-" + agent, revision, agent))
                .toArray(Notification[]::new));
    }

    private void claimAll(Consumer<Claim> claimed) {
        for (var claim : new OutboxWorld(chat.storage).drain("relay", NOW, LEASE, 50)) {
            claimed.accept(claim);
        }
    }

    /** Goes on until nothing is due while nobody else is at work, whose next ones may become due. */
    private void deliver(String name, AtomicInteger working, Consumer<Claim> delivered) {
        while (true) {
            boolean alone = working.get() == 0;
            var batch = claim(name);
            if (batch.isEmpty() && alone) {
                return;
            }
            if (!batch.isEmpty()) {
                working.incrementAndGet();
                try {
                    acknowledge(name, batch, delivered);
                } finally {
                    working.decrementAndGet();
                }
            }
        }
    }

    private boolean claimAndAcknowledge(String name, Consumer<Claim> delivered) {
        var batch = claim(name);
        acknowledge(name, batch, delivered);
        return !batch.isEmpty();
    }

    private List<Claim> claim(String name) {
        var batch = chat.storage.outbox().claim(name, NOW, LEASE, 3);
        OutboxWorld.assertBatch(batch, 3);
        return batch;
    }

    private void acknowledge(String name, List<Claim> batch, Consumer<Claim> delivered) {
        for (var claim : batch) {
            var id = claim.notification().id();
            delivered.accept(claim);
            assertThat(chat.storage.outbox().acknowledge(id, name))
                    .as("%s acknowledges %s", name, id)
                    .isTrue();
        }
    }
}
