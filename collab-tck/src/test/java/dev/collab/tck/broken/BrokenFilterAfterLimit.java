package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import java.util.Arrays;
import java.util.List;

/** Cuts the page before it takes out what is not in scope. */
final class BrokenFilterAfterLimit extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        var lanes = Arrays.stream(Audience.values())
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList();
        var all = new TimelineScope(lanes, query.scope().until(), query.scope().numbering());
        return super.read(new TimelineQuery(query.conversation(), all, query.direction(), query.start(), query.limit()))
                .stream()
                .filter(query.scope()::admits)
                .toList();
    }
}
