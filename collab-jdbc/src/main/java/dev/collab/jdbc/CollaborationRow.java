package dev.collab.jdbc;

import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import dev.collab.spi.CollaborationRecord;
import java.sql.SQLException;
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
    /** The columns that are written, after the key of the conversation. */
    static final Records.Shape RECORD =
            Records.Shape.of("collaboration text, inbox text, customer text, agent text, epoch bigint,"
                    + " started_at timestamptz, ends_at timestamptz, ended_at timestamptz, end_reason text,"
                    + " place smallint, rank bigint, facts jsonb");

    /** What follows an insertion that takes the place of what is stored under the same id. */
    static final String REPLACING =
            " ON CONFLICT (tenant, conversation, collaboration) DO UPDATE SET " + update("excluded");

    /** What a row becomes when the collaboration is stored again. */
    static final String UPDATE = update("new");

    private static String update(String alias) {
        return RECORD.names().stream()
                .skip(1)
                .map(name -> name + " = " + alias + "." + name)
                .collect(Collectors.joining(", "));
    }

    static void write(Records record, CollaborationRow row) {
        var one = row.collaboration;
        var ended = row.ended;
        var listing = ended == null ? Listing.of(row.head) : null;
        record.text(one.id().value())
                .text((ended == null ? row.head.inbox() : ended.inbox()).value())
                .text(row.head.customer().value())
                .text(one.agent().value())
                .number(one.epoch())
                .time(one.startedAt())
                .time(one.endsAt())
                .time(ended == null ? null : ended.endedAt())
                .text(ended == null ? null : ended.reason().name())
                .number(listing == null ? null : (long) listing.place())
                .number(listing == null ? null : (Long) listing.rank())
                .text(JsonText.objectOf(one, GrantDocument::write));
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
