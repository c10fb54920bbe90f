package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.spi.CommitResult;
import dev.collab.spi.StoredConversation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps one receipt of each conversation, the newest, and forgets the keys before it. */
final class BrokenMemory extends Delegating {
    private final Map<ConversationId, CommandRef> newest = new ConcurrentHashMap<>();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        var receipt = commit.receipt();
        if (result == CommitResult.COMMITTED && receipt != null) {
            newest.put(commit.head().id(), receipt.command());
        }
        return result;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        boolean forgotten = command != null && !command.equals(newest.get(conversation));
        return super.load(conversation, forgotten ? null : command);
    }
}
