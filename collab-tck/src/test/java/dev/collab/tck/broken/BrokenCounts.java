package dev.collab.tck.broken;

import dev.collab.spi.CountQuery;
import java.util.List;

/** Counts what the viewer does not see. */
final class BrokenCounts extends Delegating {
    @Override
    public List<Integer> count(List<CountQuery> queries) {
        return super.count(queries.stream()
                .map(query -> new CountQuery(
                        query.conversation(), BrokenAudiences.everybodys(query.scope()), query.from(), query.most()))
                .toList());
    }
}
