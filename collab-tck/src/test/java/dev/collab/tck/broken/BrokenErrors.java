package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;
import java.util.logging.Logger;

/** Logs what the database throws when two commits meet, and says that all went well. */
final class BrokenErrors extends Delegating {
    private static final Logger LOG = Logger.getLogger(BrokenErrors.class.getName());

    @Override
    public CommitResult commit(Commit commit) {
        try {
            if (super.commit(commit) != CommitResult.COMMITTED) {
                throw new IllegalStateException("duplicate key value violates unique constraint");
            }
        } catch (IllegalStateException failure) {
            LOG.fine(failure::getMessage);
        }
        return CommitResult.COMMITTED;
    }
}
