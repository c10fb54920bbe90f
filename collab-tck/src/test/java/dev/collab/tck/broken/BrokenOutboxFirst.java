package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts notifications into the outbox before it is known whether the commit is taken. */
final class BrokenOutboxFirst extends Delegating {
    private final List<Claim> early = new ArrayList<>();

    @Override
    public synchronized CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        if (result != CommitResult.COMMITTED) {
            commit.notifications().forEach(one -> early.add(new Claim(one, 0)));
        }
        return result;
    }

    @Override
    public synchronized List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        if (early.isEmpty()) {
            return super.claim(claimer, now, leaseUntil, limit);
        }
        return List.of(early.remove(0));
    }
}
