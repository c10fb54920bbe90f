package dev.collab.tck.broken;

import java.time.Instant;
import java.util.List;

/** Limits how many lines are looked at, not how many notifications are given. */
final class BrokenLimit extends Delegating {
    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return super.claim(claimer, now, leaseUntil, 2 * limit);
    }
}
