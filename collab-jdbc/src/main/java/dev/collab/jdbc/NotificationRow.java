package dev.collab.jdbc;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Outbox.Claim;
import java.sql.SQLException;

/** A notification as a row of {@code collab_outbox}. */
final class NotificationRow {
    /** The columns that are written, after tenant and conversation, with their types. */
    static final Records.Shape RECORD =
            Records.Shape.of("notification text, inbox text, recipient_kind text, recipient text, kind text,"
                    + " revision bigint, ordinal integer, sequence bigint, actor text, subject text, at timestamptz");

    private NotificationRow() {}

    /** {@return the columns that are read, of a table under this alias} */
    static String columns(String alias) {
        return alias + "." + RECORD.list().replace(", ", ", " + alias + ".") + ", " + alias + ".conversation, " + alias
                + ".attempts";
    }

    static void write(Records row, Notification one) {
        row.text(one.id().value())
                .text(one.inbox().value())
                .text(one.recipientKind().name())
                .text(one.recipient())
                .text(one.kind().name())
                .number(one.revision())
                .number(one.ordinal())
                .number(one.sequence())
                .text(one.actor())
                .text(one.subject())
                .time(one.at());
    }

    static Claim read(Row row) throws SQLException {
        var id = new NotificationId(row.text());
        var inbox = new InboxId(row.text());
        var recipientKind = row.one(ActorKind.class);
        var recipient = row.text();
        var kind = row.one(NotificationKind.class);
        long revision = row.number();
        int ordinal = Math.toIntExact(row.number());
        var sequence = row.numberOrNull();
        var actor = row.text();
        var subject = row.textOrNull();
        var at = row.time();
        var conversation = new ConversationId(row.text());
        var notification = new Notification(
                id,
                inbox,
                conversation,
                recipientKind,
                recipient,
                kind,
                revision,
                ordinal,
                sequence,
                actor,
                subject,
                at);
        return new Claim(notification, Math.toIntExact(row.number()));
    }
}
