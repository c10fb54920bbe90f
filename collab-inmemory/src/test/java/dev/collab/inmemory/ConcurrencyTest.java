package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.spi.CommitResult;
import dev.collab.spi.StoredConversation;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Storage in memory, used by many threads at once,")
class ConcurrencyTest {
    private final InMemoryStorage storage = new InMemoryStorage();

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

    private void open() {
        assertThat(storage.conversations().commit(Commits.first(CHAT).build())).isEqualTo(CommitResult.COMMITTED);
    }

    private StoredConversation load() {
        return storage.conversations().load(CHAT, null).orElseThrow();
    }
}
