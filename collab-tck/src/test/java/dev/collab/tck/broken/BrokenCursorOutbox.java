package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.NotificationId;
import dev.collab.spi.CommitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Polls for numbers greater than the last one seen, though a commit may be slower than a later one. */
final class BrokenCursorOutbox extends Delegating {
    private final AtomicLong drawn = new AtomicLong();
    private final Map<NotificationId, Long> numbers = new ConcurrentHashMap<>();
    private final Gap gap = new Gap();
    private long lastSeen;

    @Override
    public CommitResult commit(Commit commit) {
        long number = drawn.incrementAndGet();
        commit.notifications().forEach(one -> numbers.put(one.id(), number));
        if (number % 2 == 0) {
            gap.await();
        }
        return super.commit(commit);
    }

    @Override
    public synchronized List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        var seen = new ArrayList<Claim>();
        for (var claim : super.claim(claimer, now, leaseUntil, limit)) {
            long number = numbers.getOrDefault(claim.notification().id(), 0L);
            if (number > lastSeen) {
                lastSeen = number;
                seen.add(claim);
                gap.turn();
            }
        }
        return seen;
    }
}
