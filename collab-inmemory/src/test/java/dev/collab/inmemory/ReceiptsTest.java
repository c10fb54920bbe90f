package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.ActorKind;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.StoredReceipt;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Receipts in memory")
class ReceiptsTest {
    private final ConversationStore conversations = new InMemoryStorage().conversations();

    @Test
    @DisplayName("B-41 belong to conversation, kind of actor, actor and key: whatever differs is another command")
    void identity() {
        var receipt = Samples.receipt(CHAT, "key");
        store(receipt);

        assertThat(found(receipt.command())).isEqualTo(receipt);
        assertThat(found(new CommandRef(CHAT, ActorKind.AGENT, "carl", new CommandKey("key"))))
                .isNull();
        assertThat(found(new CommandRef(CHAT, ActorKind.CUSTOMER, "Carl", new CommandKey("key"))))
                .isNull();
        assertThat(found(new CommandRef(CHAT, ActorKind.CUSTOMER, "carl", new CommandKey("KEY"))))
                .isNull();
    }

    @Test
    @DisplayName("B-41 of a command that changed nothing are remembered, but never in place of an older one")
    void remembered() {
        var first = Samples.receipt(CHAT, "first", NOW);
        store(first);
        var late = Samples.receipt(CHAT, "late", NOW.plusSeconds(1));

        conversations.remember(late);
        conversations.remember(Samples.receipt(CHAT, "first", NOW.plusSeconds(9)));

        assertThat(found(late.command())).isEqualTo(late);
        assertThat(found(first.command())).isEqualTo(first);
        assertThat(conversations.forgetReceipts(NOW.plusSeconds(1), 10)).isEqualTo(2);
    }

    @Test
    @DisplayName("B-41 are kept until their time and forgotten from then on")
    void time() {
        var receipt = Samples.receipt(CHAT, "key", NOW);
        store(receipt);

        assertThat(conversations.forgetReceipts(NOW.minusNanos(1), 10)).isZero();
        assertThat(found(receipt.command())).isEqualTo(receipt);
        assertThat(conversations.forgetReceipts(NOW, 10)).isEqualTo(1);
        assertThat(found(receipt.command())).isNull();
        assertThat(conversations.forgetReceipts(NOW, 10)).isZero();
    }

    @Test
    @DisplayName("are forgotten over all conversations, the oldest first, up to the limit each time")
    void batches() {
        IntStream.range(0, 5)
                .forEach(number -> store(
                        Samples.receipt(new ConversationId("chat-" + (number % 2)), "key-" + number, minute(number))));

        assertThat(conversations.forgetReceipts(minute(3), 2)).isEqualTo(2);
        assertThat(found(Samples.command(new ConversationId("chat-1"), "key-1")))
                .isNull();
        assertThat(found(Samples.command(new ConversationId("chat-0"), "key-2")))
                .isNotNull();
        assertThat(conversations.forgetReceipts(minute(3), 2)).isEqualTo(2);
        assertThat(conversations.forgetReceipts(minute(3), 2)).isZero();
        assertThat(found(Samples.command(new ConversationId("chat-0"), "key-4")))
                .isNotNull();
    }

    @Test
    @DisplayName("P-32 of a key that is used again after its time take the place of the old one, for their own time")
    void again() {
        store(Samples.receipt(CHAT, "key", NOW));
        var fresh = Samples.receipt(CHAT, "key", minute(5));
        store(fresh);

        assertThat(conversations.forgetReceipts(minute(4), 10)).isZero();
        assertThat(found(fresh.command())).isEqualTo(fresh);
        assertThat(conversations.forgetReceipts(minute(5), 10)).isEqualTo(1);
    }

    @Test
    @DisplayName("are not forgotten by less than one")
    void limit() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> conversations.forgetReceipts(NOW, 0));
    }

    private static Instant minute(int number) {
        return NOW.plus(Duration.ofMinutes(number));
    }

    private StoredReceipt found(CommandRef command) {
        return conversations.load(command.conversation(), command).orElseThrow().receipt();
    }

    private void store(StoredReceipt receipt) {
        var id = receipt.command().conversation();
        var commit = conversations
                .load(id, null)
                .map(stored -> Commits.after(stored.head()))
                .orElseGet(() -> Commits.first(id));
        assertThat(conversations.commit(commit.remembering(receipt).build())).isEqualTo(CommitResult.COMMITTED);
    }
}
