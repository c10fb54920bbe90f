package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Has one row in its outbox for each commit, so that the first recipient is the only one. */
final class BrokenRows extends Delegating {
    @Override
    public CommitResult commit(Commit commit) {
        return super.commit(new Commit(
                commit.head(),
                commit.before(),
                commit.settingsRevision(),
                commit.otherSettings(),
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                commit.notifications().stream().limit(1).toList(),
                commit.receipt()));
    }
}
