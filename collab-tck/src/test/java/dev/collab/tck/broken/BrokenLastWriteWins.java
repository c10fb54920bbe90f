package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** Compares the revision in one statement and writes in another, which does not look at it. */
final class BrokenLastWriteWins extends Delegating {
    private final Gap gap = new Gap();

    @Override
    public CommitResult commit(Commit commit) {
        var stored = load(commit.head().id(), null);
        long revision = stored.map(one -> one.head().revision()).orElse(0L);
        if (revision != commit.expectedRevision()) {
            return CommitResult.CONVERSATION_CHANGED;
        }
        gap.turn();
        gap.await();
        super.commit(commit);
        return CommitResult.COMMITTED;
    }
}
