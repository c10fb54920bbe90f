package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.spi.CommitResult;
import dev.collab.spi.StoredConversation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a thread has loaded until that thread itself commits. */
final class BrokenStaleCache extends Delegating {
    private final Gap gap = new Gap();
    private final ThreadLocal<Map<Object, Optional<StoredConversation>>> loaded = ThreadLocal.withInitial(HashMap::new);

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        var key = command == null ? conversation : command;
        // Others commit, so that there is something to miss.
        gap.await();
        return loaded.get().computeIfAbsent(key, none -> super.load(conversation, command));
    }

    @Override
    public CommitResult commit(Commit commit) {
        loaded.get().clear();
        var result = super.commit(commit);
        gap.turn();
        return result;
    }
}
