package dev.collab.tck.broken;

import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.List;

/** Goes on after the time of the last row, and loses those of the same instant. */
final class BrokenListPages extends Delegating {
    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var after = query.after();
        return super.find(query).stream()
                .filter(row -> after == null || row.head().lastActivityAt().isBefore(after.lastActivityAt()))
                .toList();
    }
}
