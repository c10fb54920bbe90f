package dev.collab.tck.broken;

import dev.collab.model.TimelineEntry;
import dev.collab.spi.TimelineQuery;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps the times of entries to the second. */
final class BrokenSeconds extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        return super.read(query).stream().map(BrokenSeconds::cut).toList();
    }

    private static TimelineEntry cut(TimelineEntry entry) {
        return new TimelineEntry(
                entry.conversation(),
                entry.sequence(),
                entry.revision(),
                entry.customerSequence(),
                entry.kind(),
                entry.audience(),
                entry.readers(),
                entry.author(),
                entry.presentedName(),
                entry.text(),
                entry.attachments(),
                entry.facts(),
                entry.settingsRevision(),
                entry.at().truncatedTo(ChronoUnit.SECONDS),
                entry.redacted());
    }
}
