package dev.collab.tck.broken;

import dev.collab.model.InboxId;
import dev.collab.model.SettingsChange;
import java.util.Comparator;
import java.util.List;

/** Tells the oldest change first. */
final class BrokenHistory extends Delegating {
    @Override
    public List<SettingsChange> history(InboxId inbox, long belowRevision, int limit) {
        return super.history(inbox, belowRevision, limit).stream()
                .sorted(Comparator.comparingLong(change -> change.after().revision()))
                .toList();
    }
}
