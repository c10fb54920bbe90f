package dev.collab.tck.broken;

import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import java.time.Instant;
import java.util.List;

/** Counts a collaboration that ended when the period began. */
final class BrokenPeriods extends Delegating {
    @Override
    public List<CollaborationRecord> find(CollaborationQuery query) {
        var from = query.from().equals(Instant.MIN) ? Instant.MIN : query.from().minusNanos(1);
        return super.find(new CollaborationQuery(
                query.inbox(), query.conversation(), from, query.until(), query.after(), query.limit()));
    }
}
