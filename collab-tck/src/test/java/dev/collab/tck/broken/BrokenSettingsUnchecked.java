package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Stores a commit that was decided on other settings. */
final class BrokenSettingsUnchecked extends Delegating {
    @Override
    public CommitResult commit(Commit commit) {
        var head = commit.head();
        return super.commit(new Commit(
                head,
                commit.expectedRevision(),
                load(head.inbox()).revision(),
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                commit.notifications(),
                commit.receipt()));
    }
}
