package dev.collab.jdbc;

import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import java.util.List;

/** A commit that changes nothing but the revision. */
final class Next {
    private Next() {}

    static Commit of(ConversationHead head) {
        var old = head.counters();
        var next = new ConversationHead(
                head.id(),
                head.inbox(),
                head.customer(),
                head.customerName(),
                head.channel(),
                head.subject(),
                head.facts(),
                head.status(),
                head.assignee(),
                head.assignedSequence(),
                head.collaborations(),
                head.invitations(),
                head.followUpOf(),
                head.mergedInto(),
                new Counters(
                        old.revision() + 1,
                        old.entries(),
                        old.customerEntries(),
                        old.customerVersion(),
                        old.newestPublic()),
                head.openedAt(),
                head.lastActivityAt());
        return new Commit(next, head, 1, List.of(), List.of(), List.of(), List.of(), null);
    }
}
