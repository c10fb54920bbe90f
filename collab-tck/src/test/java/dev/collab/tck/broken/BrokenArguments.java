package dev.collab.tck.broken;

import java.time.Instant;
import java.util.List;

/** Takes any name and any number. */
final class BrokenArguments extends Delegating {
    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        boolean fits = !claimer.isEmpty() && claimer.length() <= 200;
        return super.claim(fits ? claimer : "another", now, leaseUntil, Math.max(1, limit));
    }
}
