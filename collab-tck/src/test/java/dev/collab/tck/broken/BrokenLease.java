package dev.collab.tck.broken;

import java.time.Instant;
import java.util.List;

/** Does not look at leases. */
final class BrokenLease extends Delegating {
    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return super.claim(claimer, now, now, limit);
    }
}
