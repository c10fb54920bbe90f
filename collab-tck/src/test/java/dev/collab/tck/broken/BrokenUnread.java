package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.Unread;
import java.util.List;
import java.util.Map;

/** Counts what is new to the viewer whoever it is for. */
final class BrokenUnread extends Delegating {
    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        return super.find(query).stream()
                .map(row -> new ListedConversation(
                        row.head(), row.settings(), row.newestPublic(), row.mark(), forAll(row.unread())))
                .toList();
    }

    private static Unread forAll(Unread unread) {
        int sum =
                unread.audiences().values().stream().mapToInt(Integer::intValue).sum();
        return new Unread(Map.of(Audience.PUBLIC, sum), Map.of());
    }
}
