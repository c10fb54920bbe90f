package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import java.util.List;

/** Finds the collaborations of all tenants. */
final class BrokenTenantReports extends Delegating {
    private final Storage shared;

    BrokenTenantReports(Storage shared) {
        this.shared = shared;
    }

    @Override
    public CommitResult commit(Commit commit) {
        shared.conversations().commit(commit);
        return super.commit(commit);
    }

    @Override
    public List<CollaborationRecord> find(CollaborationQuery query) {
        return shared.collaborations().find(query);
    }
}
