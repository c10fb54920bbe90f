package dev.collab.inmemory;

import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.spi.IdQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ids of the conversations of each inbox and of each customer, in order; guarded by the lists' lock. */
final class Register {
    private final Map<Object, NavigableSet<ConversationId>> byOwner = new HashMap<>();

    void move(@Nullable ConversationHead before, ConversationHead after) {
        if (before != null && !before.inbox().equals(after.inbox())) {
            remove(before.inbox(), before.id());
        }
        add(after.inbox(), after.id());
        add(after.customer(), after.id());
    }

    List<ConversationId> page(IdQuery query) {
        var owner = query.inbox() == null ? Objects.requireNonNull(query.customer()) : query.inbox();
        var ids = byOwner.get(owner);
        if (ids == null) {
            return List.of();
        }
        var rest = query.after() == null ? ids : ids.tailSet(query.after(), false);
        return rest.stream().limit(query.limit()).toList();
    }

    private void add(Object owner, ConversationId id) {
        byOwner.computeIfAbsent(owner, none -> new TreeSet<>()).add(id);
    }

    private void remove(Object owner, ConversationId id) {
        var ids = byOwner.get(owner);
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            byOwner.remove(owner);
        }
    }
}
