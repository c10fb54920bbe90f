package dev.collab.jdbc;

import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is what a commit does to the collaborations that are stored.
 *
 * @param moved whether those that stay as they are have another place in lists
 * @param replaced those of the head before that are different now, or have ended
 * @param added those that were not in the head before: new ones, and ended ones whose names changed
 * @param gone those that are stored no more
 */
record CollaborationChanges(
        boolean moved, List<CollaborationRow> replaced, List<CollaborationRow> added, List<String> gone) {

    static CollaborationChanges of(Commit commit) {
        var before = commit.before();
        var head = commit.head();
        var stored = new HashMap<CollaborationId, Collaboration>();
        if (before != null) {
            before.collaborations().forEach(one -> stored.put(one.id(), one));
        }
        boolean sameOwner = before != null
                && before.inbox().equals(head.inbox())
                && before.customer().equals(head.customer());
        boolean anyStays = false;
        var replaced = new ArrayList<CollaborationRow>();
        var added = new ArrayList<CollaborationRow>();
        for (var one : head.collaborations()) {
            var old = stored.remove(one.id());
            if (sameOwner && one.equals(old)) {
                anyStays = true;
            } else {
                (old == null ? added : replaced).add(new CollaborationRow(head, one, null));
            }
        }
        for (var one : commit.ended()) {
            var old = stored.remove(one.collaboration().id());
            (old == null ? added : replaced).add(new CollaborationRow(head, one.collaboration(), one));
        }
        var gone = stored.keySet().stream().map(CollaborationId::value).toList();
        return new CollaborationChanges(anyStays && movesInLists(before, head), replaced, added, gone);
    }

    private static boolean movesInLists(@Nullable ConversationHead before, ConversationHead head) {
        var old = Listing.of(before);
        var now = Listing.of(head);
        if (old == null || now == null) {
            return !Objects.equals(old, now);
        }
        return old.place() != now.place() || old.rank() != now.rank();
    }

    /** {@return those that are stored and do not stay as they are} */
    List<String> changed() {
        return Stream.concat(
                        replaced.stream().map(one -> one.collaboration().id().value()), gone.stream())
                .toList();
    }
}
