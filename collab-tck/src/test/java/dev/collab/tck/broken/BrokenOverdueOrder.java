package dev.collab.tck.broken;

import dev.collab.model.ConversationId;
import java.time.Instant;
import java.util.List;

/** Gives what is overdue by id, and not the longest overdue first. */
final class BrokenOverdueOrder extends Delegating {
    @Override
    public List<ConversationId> overdue(Instant now, int limit) {
        return super.overdue(now, Integer.MAX_VALUE).stream()
                .sorted()
                .limit(limit)
                .toList();
    }
}
