package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts the receipts whose time is over in one statement, and deletes them in the next. */
final class BrokenReceiptCount extends Delegating {
    private final Queue<Instant> times = new ConcurrentLinkedQueue<>();
    private final Gap gap = new Gap();

    @Override
    public CommitResult commit(Commit commit) {
        var receipt = commit.receipt();
        var result = super.commit(commit);
        if (receipt != null && result == CommitResult.COMMITTED) {
            times.add(receipt.keepUntil());
        }
        return result;
    }

    @Override
    public int forgetReceipts(Instant now, int limit) {
        int due = (int)
                times.stream().filter(time -> !time.isAfter(now)).limit(limit).count();
        gap.turn();
        gap.await();
        int forgotten = super.forgetReceipts(now, limit);
        for (int number = 0; number < forgotten; number++) {
            times.poll();
        }
        return due;
    }
}
