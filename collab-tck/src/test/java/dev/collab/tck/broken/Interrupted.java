package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;

/** A good storage; whoever extends it lets commits happen in the midst of a read. */
class Interrupted extends Delegating {
    final Gap gap = new Gap();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        gap.turn();
        return result;
    }
}
