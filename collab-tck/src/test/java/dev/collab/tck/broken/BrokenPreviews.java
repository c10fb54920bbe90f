package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps a copy of the newest message for lists, which nobody redacts. */
final class BrokenPreviews extends Delegating {
    private final Map<Long, TimelineEntry> copies = new HashMap<>();

    @Override
    public CommitResult commit(Commit commit) {
        var result = super.commit(commit);
        if (result == CommitResult.COMMITTED) {
            commit.entries().forEach(entry -> copies.put(entry.sequence(), entry));
        }
        return result;
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        return super.find(query).stream()
                .map(row -> new ListedConversation(
                        row.head(),
                        row.settings(),
                        copies.getOrDefault(row.newestPublic().sequence(), row.newestPublic()),
                        row.mark(),
                        row.unread()))
                .toList();
    }
}
