package dev.collab.tck.broken;

import java.time.Instant;

/** Forgets all receipts that are due at once and says it was the limit. */
final class BrokenForgettingLimit extends Delegating {
    @Override
    public int forgetReceipts(Instant now, int limit) {
        return Math.min(limit, super.forgetReceipts(now, Integer.MAX_VALUE));
    }
}
