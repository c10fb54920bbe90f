package dev.collab.tck.broken;

import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists an inbox by the settings it had when it was first listed. */
final class BrokenListCache extends Delegating {
    private final Map<InboxId, InboxSettings> cache = new HashMap<>();

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        return super.find(query).stream()
                .map(row -> new ListedConversation(
                        row.head(),
                        cache.computeIfAbsent(row.head().inbox(), id -> row.settings()),
                        row.newestPublic(),
                        row.mark(),
                        row.unread()))
                .toList();
    }
}
