package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Looks at the settings before it looks at the conversation. */
final class BrokenOrderOfRefusals extends Delegating {
    @Override
    public CommitResult commit(Commit commit) {
        boolean moved = load(commit.head().inbox()).revision() != commit.settingsRevision();
        return moved ? CommitResult.SETTINGS_CHANGED : super.commit(commit);
    }
}
