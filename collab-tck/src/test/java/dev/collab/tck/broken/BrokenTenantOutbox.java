package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.NotificationId;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the parked notifications of all tenants. */
final class BrokenTenantOutbox extends Delegating {
    private final Storage shared;

    BrokenTenantOutbox(Storage shared) {
        this.shared = shared;
    }

    @Override
    public CommitResult commit(Commit commit) {
        shared.conversations().commit(commit);
        return super.commit(commit);
    }

    @Override
    public boolean fail(NotificationId notification, String claimer, Failure failure) {
        shared.outbox().claim(claimer, Instant.EPOCH, Instant.MAX, 99);
        shared.outbox().fail(notification, claimer, failure);
        return super.fail(notification, claimer, failure);
    }

    @Override
    public List<Claim> parked(@Nullable NotificationId after, int limit) {
        return shared.outbox().parked(after, limit);
    }
}
