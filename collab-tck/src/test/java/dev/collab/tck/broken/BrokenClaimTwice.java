package dev.collab.tck.broken;

import java.time.Instant;
import java.util.List;

/** Selects what is due without locking it, and takes it in another statement. */
final class BrokenClaimTwice extends Delegating {
    private final Gap gap = new Gap();

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        var selected = super.claim(claimer, now, now, limit);
        gap.turn();
        gap.await();
        super.claim(claimer, now, leaseUntil, limit);
        return selected;
    }
}
