package dev.collab.tck.broken;

import dev.collab.model.Commit;
import java.util.List;

/** Stores a commit without its notifications: they are put into a queue of somebody else. */
final class BrokenUnnotified extends Rewriting {
    @Override
    Commit rewritten(Commit commit) {
        return with(commit, commit.entries(), commit.redactions(), List.of());
    }
}
