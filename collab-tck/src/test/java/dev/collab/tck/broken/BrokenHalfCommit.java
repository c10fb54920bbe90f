package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Remembers a command although its commit is refused: the receipt has a transaction of its own. */
final class BrokenHalfCommit extends Delegating {
    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        if (commit.receipt() != null) {
            good.conversations().remember(commit.receipt());
        }
        return result;
    }
}
