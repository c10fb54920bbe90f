package dev.collab.tck.broken;

import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.Commit;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.CommitResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores a collaboration that is reported on again when its level or state has changed, and for nothing else. */
final class BrokenCollaborationChange extends Delegating {
    private final Map<CollaborationId, Collaboration> reported = new HashMap<>();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        if (result == CommitResult.COMMITTED) {
            commit.head()
                    .collaborations()
                    .forEach(one -> reported.merge(one.id(), one, (old, fresh) -> {
                        boolean same = old.level() == fresh.level() && old.state() == fresh.state();
                        return same ? old : fresh;
                    }));
            commit.ended().forEach(one -> reported.put(one.collaboration().id(), one.collaboration()));
        }
        return result;
    }

    @Override
    public List<CollaborationRecord> find(CollaborationQuery query) {
        return super.find(query).stream()
                .map(row -> new CollaborationRecord(
                        row.inbox(),
                        row.conversation(),
                        reported.get(row.collaboration().id()),
                        row.reason(),
                        row.endedAt()))
                .toList();
    }
}
