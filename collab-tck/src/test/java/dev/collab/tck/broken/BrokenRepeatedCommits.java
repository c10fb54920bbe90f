package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Says that a commit was stored, whether it was or not. */
final class BrokenRepeatedCommits extends Delegating {
    @Override
    public CommitResult commit(Commit commit) {
        super.commit(commit);
        return CommitResult.COMMITTED;
    }
}
