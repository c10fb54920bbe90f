package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.tck.Variation;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Rounds times to the next millisecond. */
final class BrokenRounding extends Rewriting {
    @Override
    Set<Variation> variations() {
        return Set.of(Variation.KEEPS_ANY_TEXT);
    }

    @Override
    Commit rewritten(Commit commit) {
        return withTimes(commit, at -> at.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS));
    }
}
