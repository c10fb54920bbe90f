package dev.collab.jdbc;

import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import dev.collab.spi.CollaborationRecord;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A collaboration as a row of {@code collab_collaboration}.
 *
 * @param head the conversation's head
 * @param collaboration as it is, or last was
 * @param ended how it ended; null while it stands in the head
 */
record CollaborationRow(
        ConversationHead head,
        Collaboration collaboration,
        @Nullable EndedCollaboration ended) {
    private static final String[] NAMES = {
        "collaboration",
        "inbox",
        "customer",
        "agent",
        "epoch",
        "started_at",
        "ends_at",
        "ended_at",
        "end_reason",
        "place",
        "rank",
        "facts"
    };

    /** The columns that are written, after the key of the conversation. */
    static final String COLUMNS = names("");

    /** The same as a record that is read from JSON. */
    static final String RECORD = "(collaboration text, inbox text, customer text, agent text, epoch bigint,"
            + " started_at timestamptz, ends_at timestamptz, ended_at timestamptz, end_reason text, place smallint,"
            + " rank bigint, facts jsonb)";

    /** What a row becomes when the collaboration is stored again. */
    static final String UPDATE =
            Arrays.stream(NAMES).skip(1).map(name -> name + " = new." + name).collect(Collectors.joining(", "));

    /** {@return the columns, each with something before it} */
    static String names(String before) {
        return Arrays.stream(NAMES).map(name -> before + name).collect(Collectors.joining(", "));
    }

    static void write(JsonText json, CollaborationRow row) {
        var ended = row.ended;
        var one = row.collaboration;
        json.put("collaboration", one.id().value())
                .put("inbox", (ended == null ? row.head.inbox() : ended.inbox()).value())
                .put("customer", row.head.customer().value())
                .put("agent", one.agent().value())
                .put("epoch", one.epoch())
                .put("started_at", one.startedAt())
                .put("ends_at", one.endsAt())
                .object("facts", one, GrantDocument::write);
        if (ended != null) {
            json.put("ended_at", ended.endedAt()).put("end_reason", ended.reason());
        } else if (row.head.counters().customerEntries() > 0) {
            json.put("place", HeadRow.place(row.head)).put("rank", Times.rank(row.head.lastActivityAt()));
        }
    }

    static CollaborationRecord read(Row row) throws SQLException {
        return new CollaborationRecord(
                new InboxId(row.text()),
                new ConversationId(row.text()),
                JsonObject.parse(row.text(), GrantDocument::readCollaboration),
                row.orNull(name -> Words.one(EndReason.class, name)),
                row.timeOrNull());
    }
}
