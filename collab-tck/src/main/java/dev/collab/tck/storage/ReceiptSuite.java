package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.Receipt;
import dev.collab.model.StoredReceipt;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether a command that was done is known when it comes again, and nobody else's is taken for it. */
public abstract class ReceiptSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ReceiptSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-27 is of one conversation, kind of actor, actor and key: whatever differs is another command")
    void identity() {
        var storage = empty();
        var other = new ConversationId("other");
        Shown.commit(storage, Commits.first(other));
        var receipt = Samples.receipt(CHAT, "key");
        store(storage, receipt);

        assertThat(Shown.receipt(storage, receipt.command())).isEqualTo(receipt);
        for (var command : List.of(
                new CommandRef(other, ActorKind.CUSTOMER, "carl", new CommandKey("key")),
                new CommandRef(CHAT, ActorKind.AGENT, "carl", new CommandKey("key")),
                new CommandRef(CHAT, ActorKind.SYSTEM, "carl", new CommandKey("key")),
                new CommandRef(CHAT, ActorKind.CUSTOMER, "bo", new CommandKey("key")),
                new CommandRef(CHAT, ActorKind.CUSTOMER, "carl", new CommandKey("other")))) {
            assertThat(Shown.receipt(storage, command))
                    .as("the receipt of %s", command)
                    .isNull();
        }
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-27 P-29 is not mixed up with one whose actor and key read the same when put together")
    void joined() {
        var storage = empty();
        var commands = new ArrayList<CommandRef>();
        for (var separator : List.of(":", "/", "|", ",", " ", "-", "_")) {
            commands.add(command("a" + separator + "b", "c"));
            commands.add(command("a", "b" + separator + "c"));
        }
        for (int number = 0; number < commands.size(); number++) {
            store(storage, receipt(commands.get(number), "hash " + number));
        }

        for (int number = 0; number < commands.size(); number++) {
            assertThat(Shown.receipt(storage, commands.get(number)))
                    .isEqualTo(receipt(commands.get(number), "hash " + number));
        }
    }

    private static CommandRef command(String actor, String key) {
        return new CommandRef(CHAT, ActorKind.AGENT, actor, new CommandKey(key));
    }

    private static StoredReceipt receipt(CommandRef command, String fingerprint) {
        return new StoredReceipt(
                command, fingerprint, new Receipt(7, Map.of("entry", "7"), NOW), NOW.plus(Duration.ofDays(7)));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-32 of a key that is used again takes the place of the old one, for its own time")
    void again() {
        var storage = empty();
        store(storage, Samples.receipt(CHAT, "key", NOW));
        var fresh = Samples.receipt(CHAT, "key", minute(5));
        store(storage, fresh);

        assertThat(storage.conversations().forgetReceipts(minute(4), 10)).isZero();
        assertThat(Shown.receipt(storage, fresh.command())).isEqualTo(fresh);
        assertThat(storage.conversations().forgetReceipts(minute(5), 10)).isEqualTo(1);
        assertThat(Shown.receipt(storage, fresh.command())).isNull();
    }

    @Test
    @Clause(value = "ConversationStore.remember", read = Chapter.RECEIPTS)
    @DisplayName("B-10 B-41 of a command that changed nothing is remembered beside the conversation")
    void remembered() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        var before = storage.conversations().load(CHAT, null);
        var receipt = Samples.receipt(CHAT, "key", minute(1));

        storage.conversations().remember(receipt);

        assertThat(Shown.receipt(storage, receipt.command())).isEqualTo(receipt);
        assertThat(storage.conversations().load(CHAT, null)).isEqualTo(before);
        assertThat(storage.conversations().forgetReceipts(NOW, 10)).isZero();
        assertThat(storage.conversations().forgetReceipts(minute(1), 10)).isEqualTo(1);
        assertThat(Shown.receipt(storage, receipt.command())).isNull();
    }

    @Test
    @Clause(value = "ConversationStore.remember", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-27 is never remembered in the place of an older one")
    void older() {
        var storage = empty();
        var first = Samples.receipt(CHAT, "first", NOW);
        store(storage, first);
        var second = Samples.receipt(CHAT, "second", NOW);
        storage.conversations().remember(second);

        for (var receipt : List.of(first, second)) {
            storage.conversations().remember(receipt(receipt.command(), "another hash"));
            assertThat(Shown.receipt(storage, receipt.command())).isEqualTo(receipt);
        }
        assertThat(storage.conversations().forgetReceipts(NOW, 10)).isEqualTo(2);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.RECEIPTS)
    @DisplayName(
            "B-41 P-27 of a commit takes the place of a remembered one, and a forgotten one can be remembered anew")
    void afterRemembering() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        storage.conversations().remember(Samples.receipt(CHAT, "key", NOW));
        var fresh = Samples.receipt(CHAT, "key", minute(1));
        store(storage, fresh);
        assertThat(Shown.receipt(storage, fresh.command())).isEqualTo(fresh);

        assertThat(storage.conversations().forgetReceipts(minute(1), 10)).isEqualTo(1);
        storage.conversations().remember(Samples.receipt(CHAT, "key", NOW));

        assertThat(Shown.receipt(storage, fresh.command())).isEqualTo(Samples.receipt(CHAT, "key", NOW));
    }

    @Test
    @Clause(value = "ConversationStore.forgetReceipts", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-32 is kept until its time and forgotten from then on")
    void time() {
        var storage = empty();
        var conversations = storage.conversations();
        var receipt = Samples.receipt(CHAT, "key", NOW);
        store(storage, receipt);

        for (var early : List.of(Instant.MIN, Instant.EPOCH, NOW.minusMillis(1), NOW.minusNanos(1))) {
            assertThat(conversations.forgetReceipts(early, 10))
                    .as("forgotten at %s", early)
                    .isZero();
            assertThat(Shown.receipt(storage, receipt.command())).isEqualTo(receipt);
        }
        assertThat(conversations.forgetReceipts(NOW, 10)).isEqualTo(1);
        assertThat(Shown.receipt(storage, receipt.command())).isNull();
        assertThat(conversations.forgetReceipts(NOW, 10)).isZero();
        assertThat(conversations.forgetReceipts(Instant.MAX, 10)).isZero();
    }

    @Test
    @Clause(value = "ConversationStore.forgetReceipts", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-32 is forgotten over all conversations, up to the limit each time, and none before its time")
    void batches() {
        var storage = empty();
        var receipts = new ArrayList<StoredReceipt>();
        for (int number = 0; number < 9; number++) {
            var id = new ConversationId("chat-" + number % 2);
            receipts.add(Samples.receipt(id, "key-" + number, minute(number)));
            store(storage, receipts.get(number));
        }
        var conversations = storage.conversations();

        assertThat(conversations.forgetReceipts(minute(4), 2)).isEqualTo(2);
        assertThat(left(storage, receipts)).hasSize(7).containsAll(receipts.subList(5, 9));
        assertThat(conversations.forgetReceipts(minute(4), 2)).isEqualTo(2);
        assertThat(conversations.forgetReceipts(minute(4), 2)).isEqualTo(1);
        assertThat(conversations.forgetReceipts(minute(4), 2)).isZero();

        assertThat(left(storage, receipts)).isEqualTo(receipts.subList(5, 9));
        assertThat(conversations.forgetReceipts(Instant.MAX, Integer.MAX_VALUE)).isEqualTo(4);
    }

    private static List<StoredReceipt> left(Storage storage, List<StoredReceipt> receipts) {
        var left = new ArrayList<>(receipts);
        left.removeIf(receipt -> Shown.receipt(storage, receipt.command()) == null);
        return left;
    }

    private static Instant minute(int number) {
        return NOW.plus(Duration.ofMinutes(number));
    }

    private static void store(Storage storage, StoredReceipt receipt) {
        var id = receipt.command().conversation();
        var commit = storage.conversations()
                .load(id, null)
                .map(stored -> Commits.after(stored.head()))
                .orElseGet(() -> Commits.first(id));
        Shown.commit(storage, commit.remembering(receipt));
    }
}
