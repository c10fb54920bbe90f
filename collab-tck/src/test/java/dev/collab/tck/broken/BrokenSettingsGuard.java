package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Stores a commit whatever the settings are by now. */
final class BrokenSettingsGuard extends Delegating {
    @Override
    public CommitResult commit(Commit commit) {
        return super.commit(new Commit(
                commit.head(),
                commit.expectedRevision(),
                load(commit.head().inbox()).revision(),
                commit.otherSettings(),
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                commit.notifications(),
                commit.receipt()));
    }
}
