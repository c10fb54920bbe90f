package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets later notifications pass one that waits for another try. */
final class BrokenWaiting extends Delegating {
    private final Map<NotificationId, Instant> waiting = new ConcurrentHashMap<>();

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        waiting.forEach((id, until) -> {
            if (!until.isAfter(now)) {
                waiting.remove(id);
                super.retry(id);
            }
        });
        return super.claim(claimer, now, leaseUntil, limit);
    }

    @Override
    public boolean fail(NotificationId notification, String claimer, Failure failure) {
        var until = failure.retryAt();
        boolean done = super.fail(notification, claimer, new Failure(null));
        if (done && until != null) {
            waiting.put(notification, until);
        }
        return done;
    }
}
