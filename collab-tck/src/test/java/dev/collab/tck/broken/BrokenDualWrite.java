package dev.collab.tck.broken;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import dev.collab.spi.StoredConversation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores a commit, and then sends its notifications to a queue. */
final class BrokenDualWrite extends Delegating {
    private final Storage queue = new InMemoryStorage();
    private final Gap gap = new Gap();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(telling(commit, List.of(), commit.settingsRevision()));
        if (result == CommitResult.COMMITTED) {
            gap.await();
            // The same in its own numbering, for want of another way to put something into an outbox.
            queue.conversations().commit(telling(commit, commit.notifications(), 0));
        }
        return result;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        var loaded = super.load(conversation, command);
        gap.turn();
        return loaded;
    }

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return queue.outbox().claim(claimer, now, leaseUntil, limit);
    }

    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        return queue.outbox().acknowledge(notification, claimer);
    }

    private static Commit telling(Commit commit, List<Notification> notifications, long settings) {
        return new Commit(
                commit.head(),
                commit.before(),
                settings,
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                notifications,
                null);
    }
}
