package dev.collab.tck.broken;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Forgets receipts up to the end of the second. */
final class BrokenForgetting extends Delegating {
    @Override
    public int forgetReceipts(Instant now, int limit) {
        boolean late = now.isAfter(Instant.EPOCH) && now.isBefore(Instant.MAX);
        return super.forgetReceipts(late ? now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1) : now, limit);
    }
}
