package dev.collab.tck.broken;

import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.spi.TimelineQuery;
import java.util.List;

/** Reads what is there now, and not what was there when the head that gave access was loaded. */
final class BrokenTwoStatements extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        var unbounded = new TimelineScope(
                query.scope().lanes(), Long.MAX_VALUE, query.scope().numbering());
        return super.read(
                new TimelineQuery(query.conversation(), unbounded, query.direction(), query.start(), query.limit()));
    }
}
