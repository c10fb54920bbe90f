package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ListedConversation;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Moves a conversation in the lists of collaborators only when none of its collaborations changes. */
final class BrokenMoves extends Delegating {
    private final Map<ConversationId, Instant> left = new HashMap<>();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        var before = commit.before();
        if (result == CommitResult.COMMITTED
                && before != null
                && !before.collaborations().equals(commit.head().collaborations())) {
            left.putIfAbsent(before.id(), before.lastActivityAt());
        }
        return result;
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var rows = super.find(query).stream();
        return query.list() == ListKind.COLLABORATING
                ? rows.sorted(Comparator.comparing((ListedConversation row) -> place(row.head()))
                                .reversed())
                        .toList()
                : rows.toList();
    }

    private Instant place(ConversationHead head) {
        return left.getOrDefault(head.id(), head.lastActivityAt());
    }
}
