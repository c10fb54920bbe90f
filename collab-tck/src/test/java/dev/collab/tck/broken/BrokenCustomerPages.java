package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import java.util.List;

/** Turns the pages of the customer by the sequence of all entries. */
final class BrokenCustomerPages extends Delegating {
    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        var scope = query.scope();
        if (scope.numbering() == Numbering.AGENTS) {
            return super.read(query);
        }
        var shown = new TimelineScope(
                List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0)), scope.until(), Numbering.AGENTS);
        return super.read(
                new TimelineQuery(query.conversation(), shown, query.direction(), query.start(), query.limit()));
    }
}
