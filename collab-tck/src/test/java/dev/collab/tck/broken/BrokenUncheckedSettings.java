package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Does not compare the revision of the settings that a commit was decided on. */
final class BrokenUncheckedSettings extends Delegating {
    @Override
    public CommitResult commit(Commit commit) {
        CommitResult result;
        do {
            result = super.commit(onSettings(commit, load(commit.head().inbox()).revision()));
        } while (result == CommitResult.SETTINGS_CHANGED);
        return result;
    }

    private static Commit onSettings(Commit commit, long revision) {
        return new Commit(
                commit.head(),
                commit.before(),
                revision,
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                commit.notifications(),
                commit.receipt());
    }
}
