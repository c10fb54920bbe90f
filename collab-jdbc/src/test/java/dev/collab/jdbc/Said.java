package dev.collab.jdbc;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.ArrayList;
import java.util.List;

/** What customer and agents said to each other in a conversation. */
final class Said {
    private Said() {}

    /** {@return all of it, oldest first} */
    static List<TimelineEntry> in(Storage storage, ConversationId chat) {
        var scope = new TimelineScope(
                List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0)), Long.MAX_VALUE, Numbering.AGENTS);
        var all = new ArrayList<TimelineEntry>();
        long start = 0;
        while (true) {
            var page = storage.conversations()
                    .read(new TimelineQuery(chat, scope, Direction.ASCENDING, start, TimelineQuery.MAX_LIMIT));
            page.stream().filter(entry -> entry.text() != null).forEach(all::add);
            if (page.size() < TimelineQuery.MAX_LIMIT) {
                return all;
            }
            start = page.get(page.size() - 1).sequence() + 1;
        }
    }

    /** {@return how often it was said} */
    static long times(Storage storage, ConversationId chat, String text) {
        return in(storage, chat).stream()
                .filter(entry -> text.equals(entry.text()))
                .count();
    }
}
