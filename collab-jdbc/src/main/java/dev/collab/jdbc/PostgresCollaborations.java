package dev.collab.jdbc;

import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.CollaborationStore;
import java.util.List;

/** Collaborations in PostgreSQL, for reports. */
final class PostgresCollaborations implements CollaborationStore {
    private final Database database;

    PostgresCollaborations(Database database) {
        this.database = database;
    }

    @Override
    public List<CollaborationRecord> find(CollaborationQuery query) {
        var inbox = query.inbox();
        var conversation = query.conversation();
        var after = query.after();
        var sql = new SqlText()
                .add("SELECT " + Database.SAFETY + ", inbox, conversation, facts, end_reason, ended_at FROM"
                        + " ${schema}.collab_collaboration WHERE tenant = ? AND "
                        + (inbox == null ? "conversation" : "inbox")
                        + " = ? AND started_at < ? AND (ended_at IS NULL OR ended_at > ?)")
                .text(database.tenant())
                .text(inbox != null ? inbox.value() : conversation == null ? "" : conversation.value())
                .time(Times.before(query.until()))
                .time(query.from());
        if (after != null) {
            sql.add(" AND (started_at, conversation, collaboration) > (?, ?, ?)")
                    .time(after.startedAt())
                    .text(after.conversation().value())
                    .text(after.id().value());
        }
        sql.add(" ORDER BY started_at, conversation, collaboration LIMIT ?").number(query.limit());
        return database.list("CollaborationStore.find", sql, CollaborationRow::read);
    }
}
