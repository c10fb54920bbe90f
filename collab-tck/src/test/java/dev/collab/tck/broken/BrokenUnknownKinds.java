package dev.collab.tck.broken;

import dev.collab.model.TimelineEntry;
import dev.collab.spi.TimelineQuery;
import java.util.List;

/** Leaves out what it does not know. */
final class BrokenUnknownKinds extends KnowsVersions {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        return all(query).stream().filter(entry -> !isUnknown(entry)).toList();
    }
}
