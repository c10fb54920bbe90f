package dev.collab.tck.broken;

import dev.collab.model.Commit;
import java.time.temporal.ChronoUnit;

/** Cuts times to the millisecond, though it says that it keeps them. */
final class BrokenCutting extends Rewriting {
    @Override
    Commit rewritten(Commit commit) {
        return withTimes(commit, at -> at.truncatedTo(ChronoUnit.MILLIS));
    }
}
