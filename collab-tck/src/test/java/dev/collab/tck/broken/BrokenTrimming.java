package dev.collab.tck.broken;

import dev.collab.model.Commit;

/** Trims texts. */
final class BrokenTrimming extends Rewriting {
    @Override
    Commit rewritten(Commit commit) {
        return withTexts(commit, text -> text == null ? null : text.strip());
    }
}
