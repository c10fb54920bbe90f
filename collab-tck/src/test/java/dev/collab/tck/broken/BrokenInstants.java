package dev.collab.tck.broken;

import java.time.Instant;
import java.util.List;

/** Counts milliseconds, of which there are not enough for every instant. */
final class BrokenInstants extends Delegating {
    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return super.claim(claimer, Instant.ofEpochMilli(now.toEpochMilli()), leaseUntil, limit);
    }
}
