package dev.collab.tck.broken;

import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Has one row for each conversation and agent, so that a second collaboration takes the place of the first. */
final class BrokenArchive extends Delegating {
    @Override
    public List<CollaborationRecord> find(CollaborationQuery query) {
        var rows = new HashMap<String, CollaborationRecord>();
        for (var one : super.find(query)) {
            rows.put(one.conversation() + " " + one.collaboration().agent(), one);
        }
        var kept = new ArrayList<>(super.find(query));
        kept.retainAll(rows.values());
        return kept;
    }
}
