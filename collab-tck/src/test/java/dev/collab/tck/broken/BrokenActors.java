package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.StoredReceipt;
import dev.collab.spi.CommitResult;
import dev.collab.spi.StoredConversation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds a receipt by conversation and key, whoever had sent the command. */
final class BrokenActors extends Delegating {
    private final Map<String, StoredReceipt> receipts = new ConcurrentHashMap<>();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        var receipt = commit.receipt();
        if (result == CommitResult.COMMITTED && receipt != null) {
            receipts.putIfAbsent(row(receipt.command()), receipt);
        }
        return result;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, command)
                .map(stored -> command == null
                        ? stored
                        : new StoredConversation(stored.head(), stored.settings(), receipts.get(row(command))));
    }

    private static String row(CommandRef command) {
        return command.conversation() + " " + command.key();
    }
}
