package dev.collab.tck.broken;

import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a page with one statement for each audience, and merges what they gave. */
final class BrokenPagesByLane extends Interrupted {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        var all = new ArrayList<TimelineEntry>();
        for (var lane : query.scope().lanes()) {
            var scope = new TimelineScope(
                    List.of(lane), query.scope().until(), query.scope().numbering());
            all.addAll(super.read(
                    new TimelineQuery(query.conversation(), scope, query.direction(), query.start(), query.limit())));
            gap.await();
        }
        var order = Comparator.comparingLong(TimelineEntry::sequence);
        return all.stream()
                .sorted(query.direction() == Direction.ASCENDING ? order : order.reversed())
                .limit(query.limit())
                .toList();
    }
}
