package dev.collab.tck.broken;

import dev.collab.model.InboxId;
import dev.collab.model.SettingsChange;
import dev.collab.spi.Storage;
import java.util.List;

/** Shows the history of the settings of all tenants. */
final class BrokenTenantHistory extends Delegating {
    private final Storage shared;

    BrokenTenantHistory(Storage shared) {
        this.shared = shared;
    }

    @Override
    public boolean compareAndSet(SettingsChange change) {
        shared.inboxes().compareAndSet(change);
        return super.compareAndSet(change);
    }

    @Override
    public List<SettingsChange> history(InboxId inbox, long belowRevision, int limit) {
        return shared.inboxes().history(inbox, belowRevision, limit);
    }
}
