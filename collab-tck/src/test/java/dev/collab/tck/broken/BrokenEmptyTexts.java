package dev.collab.tck.broken;

import dev.collab.model.Commit;

/** Takes an empty text for none. */
final class BrokenEmptyTexts extends Rewriting {
    @Override
    Commit rewritten(Commit commit) {
        return withTexts(commit, text -> text == null || text.isEmpty() ? null : text);
    }
}
