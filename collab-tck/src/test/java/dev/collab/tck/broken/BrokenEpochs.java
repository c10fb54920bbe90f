package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.spi.Unread;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists a collaborator under a grant of an epoch that is over. */
final class BrokenEpochs extends Delegating {
    private final Map<ConversationId, ConversationHead> heads = new TreeMap<>();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        if (result == CommitResult.COMMITTED) {
            heads.put(commit.head().id(), commit.head());
        }
        return result;
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var agent = query.scope().agent();
        if (query.list() != ListKind.COLLABORATING || agent == null) {
            return super.find(query);
        }
        return heads.values().stream()
                .filter(head -> head.collaborationOf(agent)
                        .filter(grant ->
                                grant.isCurrent(grant.epoch(), query.scope().now()))
                        .isPresent())
                .sorted(Comparator.comparing(head -> new Position(head.lastActivityAt(), head.id())))
                .limit(query.limit())
                .map(head -> new ListedConversation(
                        head, load(head.inbox()), newest(head), 0, new Unread(Map.of(), Map.of())))
                .toList();
    }

    private TimelineEntry newest(ConversationHead head) {
        var shown = new TimelineScope(List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0)), 99, Numbering.AGENTS);
        return read(new TimelineQuery(head.id(), shown, Direction.DESCENDING, 99, 1))
                .get(0);
    }
}
