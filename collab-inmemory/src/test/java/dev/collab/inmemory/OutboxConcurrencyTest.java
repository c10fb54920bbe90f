package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.NotificationId;
import dev.collab.spi.StoredConversation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The outbox in memory, used by many threads at once,")
class OutboxConcurrencyTest {
    private static final int THREADS = 8;
    private static final int COMMITS = 20_000;

    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    @DisplayName("P-34 shows whoever claims a notification the commit it came with, and the other way round")
    void outboxWithCommit() {
        var done = new AtomicBoolean();
        Set<Long> claimed = new HashSet<>();
        Crowd.Action writer = () -> {
            for (int number = 1; number <= COMMITS; number++) {
                var commit = number == 1 ? Commits.first(CHAT) : Commits.after(load().head());
                var told = Samples.notification("n" + number, CHAT, "agent-" + number, number, 0);
                storage.conversations().commit(commit.telling(told).build());
            }
            done.set(true);
        };
        Crowd.Action relay = () -> {
            long checked = 0;
            while (!done.get()) {
                long shown = storage.conversations()
                        .load(CHAT, null)
                        .map(stored -> stored.head().revision())
                        .orElse(0L);
                for (var claim : storage.outbox().claim("relay", NOW, NOW.plusSeconds(1), Integer.MAX_VALUE)) {
                    long revision = claim.notification().revision();
                    claimed.add(revision);
                    assertThat(load().head().revision()).isGreaterThanOrEqualTo(revision);
                }
                assertThat(claimed)
                        .containsAll(LongStream.rangeClosed(checked + 1, shown)
                                .boxed()
                                .toList());
                checked = shown;
            }
            assertThat(checked).isPositive();
        };
        Crowd.run(Stream.of(writer, relay));
    }

    @Test
    @DisplayName("P-34 shows nobody a commit whose notifications are not in the outbox yet")
    void halfWay() throws InterruptedException {
        var outbox = new InMemoryOutbox();
        var lists = new ConversationLists();
        var conversations = new InMemoryConversations(new InMemoryInboxes(lists), lists, outbox);
        var commit = Commits.first(CHAT).telling(Samples.notification("n", CHAT, "bo", 1, 0));
        var seen = new AtomicReference<Optional<StoredConversation>>();
        var writer = new Thread(() -> conversations.commit(commit.build()));
        var reader = new Thread(() -> seen.set(conversations.load(CHAT, null)));

        outbox.lock.lock();
        try {
            writer.start();
            Crowd.awaitWaiting(writer);
            reader.start();
            Crowd.awaitWaiting(reader);
            assertThat(seen).hasNullValue();
        } finally {
            outbox.lock.unlock();
        }
        writer.join();
        reader.join();

        assertThat(seen.get()).isPresent();
        assertThat(outbox.claim("relay", NOW, NOW, 1)).hasSize(1);
    }

    @Test
    @DisplayName("B-71 B-72 gives each notification to one claimer, in order for one conversation and recipient")
    void claims() {
        int total = 4_000;
        var outbox = new InMemoryOutbox();
        for (int number = 0; number < total; number++) {
            outbox.add(List.of(Samples.notification("n" + number, CHAT, "agent-" + (number % 20), number + 1, 0)));
        }
        Map<NotificationId, String> holders = new ConcurrentHashMap<>();
        Map<String, Long> delivered = new ConcurrentHashMap<>();
        var acknowledged = new AtomicInteger();
        var names = new AtomicInteger();
        Crowd.run(Crowd.times(THREADS, () -> {
            var name = "relay-" + names.incrementAndGet();
            while (acknowledged.get() < total) {
                for (var claim : outbox.claim(name, NOW, NOW.plusSeconds(1), 3)) {
                    var told = claim.notification();
                    assertThat(holders.put(told.id(), name)).isNull();
                    var before = delivered.put(told.recipient(), told.revision());
                    assertThat(before == null ? 0L : before).isLessThan(told.revision());
                    assertThat(outbox.acknowledge(told.id(), name)).isTrue();
                    acknowledged.incrementAndGet();
                }
            }
        }));

        assertThat(holders).hasSize(total);
        assertThat(outbox.claim("relay", NOW, NOW, 1)).isEmpty();
    }

    private StoredConversation load() {
        return storage.conversations().load(CHAT, null).orElseThrow();
    }
}
