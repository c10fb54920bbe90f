package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Puts what is retried by hand behind what came after it. */
final class BrokenRetry extends Delegating {
    private final Map<NotificationId, Integer> late = new ConcurrentHashMap<>();

    @Override
    public boolean retry(NotificationId notification) {
        boolean done = super.retry(notification);
        if (done) {
            late.put(notification, 1);
        }
        return done;
    }

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return super.claim(claimer, now, leaseUntil, limit).stream()
                .filter(claim -> late.remove(claim.notification().id()) == null)
                .toList();
    }
}
