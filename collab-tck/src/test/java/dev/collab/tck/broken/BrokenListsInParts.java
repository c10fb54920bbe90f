package dev.collab.tck.broken;

import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ListedConversation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches a page in parts, each in a statement of its own. */
final class BrokenListsInParts extends Interrupted {
    private static final int PART = 4;

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var rows = new ArrayList<ListedConversation>();
        var after = query.after();
        var part = part(query, after);
        while (!part.isEmpty() && rows.size() < query.limit()) {
            rows.addAll(part);
            var last = part.get(part.size() - 1).head();
            gap.await();
            part = part(query, new Position(last.lastActivityAt(), last.id()));
        }
        return rows.stream().limit(query.limit()).toList();
    }

    private List<ListedConversation> part(ConversationQuery query, @Nullable Position after) {
        return super.find(new ConversationQuery(query.scope(), query.list(), query.statuses(), after, PART));
    }
}
