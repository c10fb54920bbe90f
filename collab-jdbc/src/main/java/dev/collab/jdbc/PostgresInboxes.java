package dev.collab.jdbc;

import dev.collab.model.AgentId;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.SettingsChange;
import dev.collab.spi.InboxStore;
import java.util.List;

/** The settings of inboxes in PostgreSQL; each method is one statement. */
final class PostgresInboxes implements InboxStore {
    private final Database database;

    PostgresInboxes(Database database) {
        this.database = database;
    }

    @Override
    public InboxSettings load(InboxId inbox) {
        var sql = new SqlText()
                .add("SELECT " + Database.SAFETY + ", settings FROM ${schema}.collab_inbox WHERE tenant = ? AND"
                        + " inbox = ?")
                .text(database.tenant())
                .text(inbox.value());
        return database.first(
                        "InboxStore.load of " + inbox,
                        sql,
                        row -> database.settings().of(inbox, row.text()))
                .orElseGet(() -> InboxSettings.untouched(inbox));
    }

    @Override
    public boolean compareAndSet(SettingsChange change) {
        var after = change.after();
        var sql = new SqlText();
        var values = "SELECT ?, ?, ?, ?, ?, ?, ?::jsonb";
        var allowed = database.isJoining() ? Database.READ_COMMITTED : "true";
        if (change.before().revision() == 0) {
            sql.add("WITH guard AS (INSERT INTO ${schema}.collab_inbox (tenant, inbox, revision, epoch,"
                    + " group_reads_all, others_read, settings) " + values + " WHERE " + allowed
                    + " ON CONFLICT DO NOTHING RETURNING revision)");
            bind(sql, after);
        } else {
            sql.add("WITH guard AS (UPDATE ${schema}.collab_inbox SET (tenant, inbox, revision, epoch,"
                    + " group_reads_all, others_read, settings) = (" + values
                    + ") WHERE tenant = ? AND inbox = ? AND revision = ? AND " + allowed + " RETURNING revision)");
            bind(sql, after)
                    .text(database.tenant())
                    .text(after.inbox().value())
                    .number(change.before().revision());
        }
        sql.add(", change AS (INSERT INTO ${schema}.collab_inbox_change (tenant, inbox, revision, admin, at,"
                        + " before, after) SELECT ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb FROM guard) SELECT "
                        + Database.SAFETY + ", EXISTS (SELECT FROM guard)")
                .text(database.tenant())
                .text(after.inbox().value())
                .number(after.revision())
                .text(change.admin().value())
                .time(change.at())
                .text(JsonText.objectOf(change.before(), SettingsDocument::write))
                .text(JsonText.objectOf(after, SettingsDocument::write));
        return database.change("InboxStore.compareAndSet of " + after.inbox(), sql, Row::flag)
                .get(0);
    }

    private SqlText bind(SqlText sql, InboxSettings settings) {
        return sql.text(database.tenant())
                .text(settings.inbox().value())
                .number(settings.revision())
                .number(settings.epoch())
                .flag(settings.conversations().groupReading() == GroupReading.ALL)
                .flag(settings.conversations().othersRead())
                .text(JsonText.objectOf(settings, SettingsDocument::write));
    }

    @Override
    public List<SettingsChange> history(InboxId inbox, long belowRevision, int limit) {
        if (limit < 1) {
            throw new InvalidArgumentException("limit", "must be at least 1");
        }
        var sql = new SqlText()
                .add("SELECT " + Database.SAFETY + ", admin, at, before, after FROM ${schema}.collab_inbox_change"
                        + " WHERE tenant = ? AND inbox = ? AND revision < ? ORDER BY revision DESC LIMIT ?")
                .text(database.tenant())
                .text(inbox.value())
                .number(belowRevision)
                .number(limit);
        return database.list(
                "InboxStore.history of " + inbox,
                sql,
                row -> new SettingsChange(
                        new AgentId(row.text()),
                        row.time(),
                        JsonObject.parse(row.text(), SettingsDocument::read),
                        JsonObject.parse(row.text(), SettingsDocument::read)));
    }
}
