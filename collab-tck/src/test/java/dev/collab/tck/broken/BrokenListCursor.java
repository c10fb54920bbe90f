package dev.collab.tck.broken;

import dev.collab.model.ConversationId;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ListedConversation;
import java.util.List;

/** Goes on after the time of the last row, whatever else has that time. */
final class BrokenListCursor extends Delegating {
    private static final ConversationId GREATEST = new ConversationId("~");

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var after = query.after();
        var skipping = after == null ? null : new Position(after.lastActivityAt(), GREATEST);
        return super.find(
                new ConversationQuery(query.scope(), query.list(), query.statuses(), skipping, query.limit()));
    }
}
