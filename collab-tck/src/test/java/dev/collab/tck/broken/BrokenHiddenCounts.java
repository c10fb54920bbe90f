package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CountQuery;
import java.util.Arrays;
import java.util.List;

/** Counts what is hidden from the viewer. */
final class BrokenHiddenCounts extends Delegating {
    @Override
    public List<Integer> count(List<CountQuery> queries) {
        return super.count(queries.stream().map(BrokenHiddenCounts::wide).toList());
    }

    private static CountQuery wide(CountQuery query) {
        var lanes = Arrays.stream(Audience.values())
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList();
        var scope = query.scope();
        var wide = new TimelineScope(lanes, scope.until(), scope.numbering());
        return new CountQuery(query.conversation(), wide, query.from(), query.most());
    }
}
