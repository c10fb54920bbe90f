package dev.collab.tck.broken;

import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.StoredReceipt;
import dev.collab.spi.CommitResult;
import dev.collab.spi.StoredConversation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows a command by its key, whoever sends it. */
final class BrokenReplays extends Delegating {
    private final Map<CommandKey, StoredReceipt> receipts = new HashMap<>();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        if (result == CommitResult.COMMITTED && commit.receipt() != null) {
            receipts.put(commit.receipt().command().key(), commit.receipt());
        }
        return result;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, command)
                .map(stored -> new StoredConversation(
                        stored.head(), stored.settings(), command == null ? null : receipts.get(command.key())));
    }
}
