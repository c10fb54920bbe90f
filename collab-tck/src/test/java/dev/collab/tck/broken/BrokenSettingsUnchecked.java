package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Compares no revision of settings, because they seldom change. */
final class BrokenSettingsUnchecked extends Delegating {
    @Override
    public CommitResult commit(Commit commit) {
        return super.commit(new Commit(
                commit.head(),
                commit.before(),
                load(commit.head().inbox()).revision(),
                commit.otherSettings(),
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                commit.notifications(),
                commit.receipt()));
    }
}
