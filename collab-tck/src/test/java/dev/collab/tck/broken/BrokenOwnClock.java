package dev.collab.tck.broken;

import java.time.Instant;
import java.util.List;

/** Goes by its own clock, not by the time it is given. */
final class BrokenOwnClock extends Delegating {
    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return super.claim(claimer, Instant.now(), leaseUntil, limit);
    }
}
