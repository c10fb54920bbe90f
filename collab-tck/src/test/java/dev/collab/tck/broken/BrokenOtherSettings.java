package dev.collab.tck.broken;

import dev.collab.model.Commit;

/** Compares the settings of the inbox of the head alone. */
final class BrokenOtherSettings extends Rewriting {
    @Override
    Commit rewritten(Commit commit) {
        return new Commit(
                commit.head(),
                commit.before(),
                commit.settingsRevision(),
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                commit.notifications(),
                commit.receipt());
    }
}
