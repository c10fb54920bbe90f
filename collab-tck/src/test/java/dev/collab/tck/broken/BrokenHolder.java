package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Does not ask who acknowledges. */
final class BrokenHolder extends Delegating {
    private final Map<NotificationId, String> holders = new ConcurrentHashMap<>();

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        var claims = super.claim(claimer, now, leaseUntil, limit);
        claims.forEach(claim -> holders.put(claim.notification().id(), claimer));
        return claims;
    }

    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        return super.acknowledge(notification, holders.getOrDefault(notification, claimer));
    }
}
