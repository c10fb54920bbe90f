package dev.collab.inmemory;

import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.EndedCollaboration;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The collaborations of each inbox and of each conversation, in order; guarded by the lists' lock.
 *
 * <p>A page of an inbox looks at those that began before the period's end, from the first one on.
 */
final class Collaborations {
    private final Map<Object, NavigableMap<CollaborationQuery.Position, CollaborationRecord>> byOwner = new HashMap<>();

    void move(@Nullable ConversationHead before, ConversationHead after, List<EndedCollaboration> ended) {
        if (before != null) {
            before.collaborations().forEach(grant -> remove(current(before, grant)));
        }
        after.collaborations().forEach(grant -> add(current(after, grant)));
        ended.forEach(one -> add(CollaborationRecord.of(one)));
    }

    List<CollaborationRecord> page(CollaborationQuery query) {
        var owner = query.inbox() == null ? Objects.requireNonNull(query.conversation()) : query.inbox();
        NavigableMap<CollaborationQuery.Position, CollaborationRecord> records =
                byOwner.getOrDefault(owner, new TreeMap<>());
        var rest = query.after() == null ? records : records.tailMap(query.after(), false);
        return rest.values().stream()
                .takeWhile(one -> one.collaboration().startedAt().isBefore(query.until()))
                .filter(query::admits)
                .limit(query.limit())
                .toList();
    }

    private static CollaborationRecord current(ConversationHead head, Collaboration grant) {
        return new CollaborationRecord(head.inbox(), head.id(), grant, null, null);
    }

    private void add(CollaborationRecord one) {
        for (var owner : List.of(one.inbox(), one.conversation())) {
            byOwner.computeIfAbsent(owner, none -> new TreeMap<>()).put(one.position(), one);
        }
    }

    private void remove(CollaborationRecord one) {
        for (var owner : List.of(one.inbox(), one.conversation())) {
            var records = byOwner.get(owner);
            if (records != null && records.remove(one.position()) != null && records.isEmpty()) {
                byOwner.remove(owner);
            }
        }
    }
}
