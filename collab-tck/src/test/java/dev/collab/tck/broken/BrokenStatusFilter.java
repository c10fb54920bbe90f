package dev.collab.tck.broken;

import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.List;
import java.util.Set;

/** Takes out the other statuses after the page is cut. */
final class BrokenStatusFilter extends Delegating {
    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var any = Set.of(dev.collab.model.ConversationStatus.values());
        return super.find(new ConversationQuery(query.scope(), query.list(), any, query.after(), query.limit()))
                .stream()
                .filter(row -> query.statuses().contains(row.head().status()))
                .toList();
    }
}
