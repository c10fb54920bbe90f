package dev.collab.tck.broken;

import dev.collab.model.SettingsChange;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.List;

/** Reads the rows of a list in one statement, and the settings of their inboxes in the next. */
final class BrokenSettingsOfLists extends Delegating {
    private final Gap gap = new Gap();

    @Override
    public boolean compareAndSet(SettingsChange change) {
        boolean made = super.compareAndSet(change);
        gap.turn();
        return made;
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var rows = super.find(query);
        // Two changes: one alone might have come with the head.
        gap.await(2);
        return rows.stream()
                .map(row -> new ListedConversation(
                        row.head(), load(row.head().inbox()), row.newestPublic(), row.mark(), row.unread()))
                .toList();
    }
}
