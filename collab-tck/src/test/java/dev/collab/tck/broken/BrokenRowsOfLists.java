package dev.collab.tck.broken;

import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the rows of a list in one statement, and their newest entries in the next. */
final class BrokenRowsOfLists extends Interrupted {
    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var rows = super.find(query);
        gap.await();
        var newest = super.find(query).stream()
                .collect(Collectors.toMap(row -> row.head().id(), ListedConversation::newestPublic));
        return rows.stream()
                .map(row -> new ListedConversation(
                        row.head(),
                        row.settings(),
                        newest.getOrDefault(row.head().id(), row.newestPublic()),
                        row.mark(),
                        row.unread()))
                .toList();
    }
}
