package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import java.util.Arrays;
import java.util.List;

/** Reads entries by their place and forgets for whom they are. */
final class BrokenAudiences extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        return super.read(new TimelineQuery(
                query.conversation(), everybodys(query.scope()), query.direction(), query.start(), query.limit()));
    }

    /** What begins where the widest part of a scope begins, and is for anybody. */
    static TimelineScope everybodys(TimelineScope scope) {
        long from = scope.lanes().stream().mapToLong(Lane::from).min().orElseThrow();
        var lanes = Arrays.stream(Audience.values())
                .map(audience -> new Lane(AudienceKey.of(audience), from))
                .toList();
        return new TimelineScope(lanes, scope.until(), scope.numbering());
    }
}
