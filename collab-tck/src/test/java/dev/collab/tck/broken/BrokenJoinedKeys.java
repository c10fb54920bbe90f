package dev.collab.tck.broken;

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

/** Puts actor and key into one column, with a colon between. */
final class BrokenJoinedKeys extends Delegating {
    private final Map<String, StoredReceipt> receipts = new HashMap<>();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        if (result == CommitResult.COMMITTED && commit.receipt() != null) {
            receipts.put(column(commit.receipt().command()), commit.receipt());
        }
        return result;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, command)
                .map(stored -> new StoredConversation(
                        stored.head(), stored.settings(), command == null ? null : receipts.get(column(command))));
    }

    private static String column(CommandRef command) {
        return command.conversation() + ":" + command.actorKind() + ":" + command.actor() + ":" + command.key();
    }
}
