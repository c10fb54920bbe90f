package dev.collab.jdbc;

import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.StoredEnd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads a conversation and its newest entries: the first row is the head's and the others are the entries'. */
final class EndStatement {
    private static final String OF_AGENTS = statement("e.sequence");
    private static final String OF_CUSTOMERS = statement("e.customer_sequence");

    private EndStatement() {}

    private static String statement(String position) {
        return "SELECT " + Database.SAFETY + ", true, " + HeadRow.READ + ", i.settings, " + EntryRow.NOTHING
                + PostgresConversations.STORED + " WHERE c.tenant = ? AND c.conversation = ?"
                + " UNION ALL (SELECT '', false, " + HeadRow.NOTHING + ", NULL, " + EntryRow.READ
                + " FROM ${schema}.collab_entry e WHERE e.tenant = ? AND e.conversation = ? AND " + position
                + " IS NOT NULL ORDER BY " + position + " DESC LIMIT ?)";
    }

    private record Line(
            @Nullable StoredConversation conversation,
            @Nullable TimelineEntry entry) {}

    static Optional<StoredEnd> load(Database database, ConversationId conversation, Numbering numbering, int limit) {
        var sql = new SqlText()
                .add(numbering == Numbering.AGENTS ? OF_AGENTS : OF_CUSTOMERS)
                .text(database.tenant())
                .text(conversation.value())
                .text(database.tenant())
                .text(conversation.value())
                .number(limit);
        var lines = database.list("NewestStore.load of " + conversation, sql, row -> {
            if (!row.flag()) {
                return new Line(null, EntryRow.read(row.skip(HeadRow.WIDTH + 1), conversation));
            }
            var head = HeadRow.read(row);
            var settings = row.textOrNull();
            return new Line(new StoredConversation(head, database.settings().of(head.inbox(), settings), null), null);
        });
        return end(lines, numbering);
    }

    /** In whatever order they came. */
    private static Optional<StoredEnd> end(List<Line> lines, Numbering numbering) {
        StoredConversation conversation = null;
        var newest = new ArrayList<TimelineEntry>();
        for (var line : lines) {
            if (line.conversation() != null) {
                conversation = line.conversation();
            } else if (line.entry() != null) {
                newest.add(line.entry());
            }
        }
        newest.sort(Comparator.comparingLong((TimelineEntry entry) -> entry.position(numbering))
                .reversed());
        return conversation == null ? Optional.empty() : Optional.of(new StoredEnd(conversation, newest));
    }
}
