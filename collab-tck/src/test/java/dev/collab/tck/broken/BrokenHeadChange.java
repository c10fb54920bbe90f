package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;

/** Does not think of the subject when it looks what of a head has changed. */
final class BrokenHeadChange extends Rewriting {
    @Override
    Commit rewritten(Commit commit) {
        var head = commit.head();
        var before = commit.before();
        return before == null
                ? commit
                : with(
                        commit,
                        new ConversationHead(
                                head.id(),
                                head.inbox(),
                                head.customer(),
                                head.customerName(),
                                head.channel(),
                                before.subject(),
                                head.facts(),
                                head.status(),
                                head.assignee(),
                                head.assignedSequence(),
                                head.collaborations(),
                                head.invitations(),
                                head.followUpOf(),
                                head.mergedInto(),
                                head.counters(),
                                head.openedAt(),
                                head.lastActivityAt()));
    }
}
