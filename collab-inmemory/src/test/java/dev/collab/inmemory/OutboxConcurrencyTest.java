package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.spi.StoredConversation;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The outbox in memory, used by many threads at once,")
class OutboxConcurrencyTest {
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
}
