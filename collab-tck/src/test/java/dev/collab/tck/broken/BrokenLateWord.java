package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Does not listen to whose lease has run out, though nobody else has claimed. */
final class BrokenLateWord extends Delegating {
    private final Map<NotificationId, Instant> leases = new ConcurrentHashMap<>();
    private volatile Instant latest = Instant.MIN;

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        latest = now;
        var claims = super.claim(claimer, now, leaseUntil, limit);
        claims.forEach(claim -> leases.put(claim.notification().id(), leaseUntil));
        return claims;
    }

    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        return leases.getOrDefault(notification, Instant.MAX).isAfter(latest)
                && super.acknowledge(notification, claimer);
    }
}
