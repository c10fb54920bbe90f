package dev.collab.tck.broken;

import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import java.util.List;

/** Reads every lane from its first entry on, as if a window began for nobody. */
final class BrokenWindows extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        var lanes = query.scope().lanes().stream()
                .map(lane -> new Lane(lane.key(), 0))
                .toList();
        var scope =
                new TimelineScope(lanes, query.scope().until(), query.scope().numbering());
        return super.read(
                new TimelineQuery(query.conversation(), scope, query.direction(), query.start(), query.limit()));
    }
}
