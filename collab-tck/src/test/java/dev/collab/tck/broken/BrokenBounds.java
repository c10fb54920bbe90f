package dev.collab.tck.broken;

import dev.collab.model.ConversationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Rounds the bound of a query as its column does. */
final class BrokenBounds extends Delegating {
    @Override
    public List<ConversationId> overdue(Instant now, int limit) {
        boolean small = now.isAfter(Instant.EPOCH) && now.isBefore(Instant.MAX);
        return super.overdue(small ? now.plusNanos(500).truncatedTo(ChronoUnit.MICROS) : now, limit);
    }
}
