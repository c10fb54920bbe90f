package dev.collab.tck.broken;

import dev.collab.model.TimelineEntry;
import dev.collab.spi.TimelineQuery;
import java.util.List;

/** Gives copies of what it was given, and does not say that they may be of another version. */
final class BrokenObjects extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        return super.read(query).stream()
                .map(entry -> Rewriting.with(entry, entry.text(), entry.at()))
                .toList();
    }
}
