package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationScope;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.spi.Unread;
import java.util.Arrays;
import java.util.List;

/** Counts from the mark on, also for those who take part only since later. */
final class BrokenUnreadFrom extends Delegating {
    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        return super.find(query).stream()
                .map(row -> query.scope().agent() == null ? row : fromMark(query.scope(), row))
                .toList();
    }

    private ListedConversation fromMark(ConversationScope scope, ListedConversation row) {
        return new ListedConversation(
                row.head(), row.settings(), row.newestPublic(), row.mark(), Unread.of(since(row), scope.agent()));
    }

    private List<TimelineEntry> since(ListedConversation row) {
        return read(new TimelineQuery(
                row.head().id(), everything(), Direction.ASCENDING, row.mark(), TimelineQuery.MAX_LIMIT));
    }

    private static TimelineScope everything() {
        var lanes = Arrays.stream(Audience.values())
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList();
        return new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
    }
}
