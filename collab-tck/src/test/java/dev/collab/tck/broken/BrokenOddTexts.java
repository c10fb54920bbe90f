package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.Unicode;
import dev.collab.tck.Variation;
import java.util.Set;

/** Replaces what it cannot encode, and does not say so. */
final class BrokenOddTexts extends Rewriting {
    @Override
    Set<Variation> variations() {
        return Set.of(Variation.KEEPS_NANOSECONDS);
    }

    @Override
    Commit rewritten(Commit commit) {
        return withTexts(commit, text -> text == null || Unicode.isWellFormed(text) ? text : "?");
    }
}
