package dev.collab.tck.broken;

import dev.collab.model.Commit;

/** Inserts the first batch of the notifications only. */
final class BrokenLargeCommit extends Rewriting {
    @Override
    Commit rewritten(Commit commit) {
        var batch = commit.notifications().stream().limit(100).toList();
        return with(commit, commit.entries(), commit.redactions(), batch);
    }
}
