package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.time.Instant;
import java.util.List;

/** Takes notifications out as they are claimed, delivered or not. */
final class BrokenAtMostOnce extends Delegating {
    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        var claims = super.claim(claimer, now, leaseUntil, limit);
        claims.forEach(claim -> super.acknowledge(claim.notification().id(), claimer));
        return claims;
    }

    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        return true;
    }
}
