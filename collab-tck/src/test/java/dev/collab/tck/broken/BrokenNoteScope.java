package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import java.util.Arrays;
import java.util.List;

/** Shows notes to whoever may read the conversation, whomever they are addressed to. */
final class BrokenNoteScope extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        var scope = query.scope();
        if (scope.lanes().isEmpty()) {
            return List.of();
        }
        var lanes = Arrays.stream(Audience.values())
                .map(audience ->
                        new Lane(AudienceKey.of(audience), scope.lanes().get(0).from()))
                .toList();
        var wide = new TimelineScope(lanes, scope.until(), scope.numbering());
        return super.read(
                new TimelineQuery(query.conversation(), wide, query.direction(), query.start(), query.limit()));
    }
}
