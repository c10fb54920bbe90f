package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts claims, not failures. */
final class BrokenAttempts extends Delegating {
    private final Map<NotificationId, Integer> claims = new ConcurrentHashMap<>();

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return super.claim(claimer, now, leaseUntil, limit).stream()
                .map(claim -> new Claim(
                        claim.notification(), claims.merge(claim.notification().id(), 1, Integer::sum) - 1))
                .toList();
    }
}
