package dev.collab.tck.broken;

import dev.collab.model.TimelineEntry;
import dev.collab.spi.TimelineQuery;
import java.util.Comparator;
import java.util.List;

/** Gives a page that goes down in the order it is stored in. */
final class BrokenTimelineOrder extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        return super.read(query).stream()
                .sorted(Comparator.comparingLong(TimelineEntry::sequence))
                .toList();
    }
}
