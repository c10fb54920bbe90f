package dev.collab.tck.broken;

import dev.collab.spi.CountQuery;
import java.util.List;

/** Answers a question once, however often it is asked: the rows are grouped by it. */
final class BrokenCountsOnce extends Delegating {
    @Override
    public List<Integer> count(List<CountQuery> queries) {
        return super.count(queries.stream().distinct().toList());
    }
}
