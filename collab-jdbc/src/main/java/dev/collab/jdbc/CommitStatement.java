package dev.collab.jdbc;

import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.InboxId;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.CommitResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Stores a commit in one statement: a guarded row, and everything else only if the guard let it pass.
 *
 * <p>The guard waits for whoever writes the same conversation and then looks again, so of two commits one finds its
 * revision gone. The settings are compared in the same statement and not locked: a change of them that is under way at
 * the same time counts as coming after. All parts see the state before the statement, and no row is touched by two.
 */
final class CommitStatement {
    private static final String LISTED = "inbox, customer, case_group, assignee, place, rank";

    private final Database database;
    private final Commit commit;
    private final ConversationHead head;
    private final SqlText sql = new SqlText();

    private CommitStatement(Database database, Commit commit) {
        this.database = database;
        this.commit = commit;
        this.head = commit.head();
    }

    static CommitResult store(Database database, Commit commit) {
        var what = "ConversationStore.commit of " + commit.head().id();
        var sql = new CommitStatement(database, commit).build();
        return database.change(what, sql, row -> {
                    if (row.flag()) {
                        return CommitResult.COMMITTED;
                    }
                    boolean settingsStand = row.flag();
                    long revision = row.number();
                    return revision == commit.expectedRevision() && !settingsStand
                            ? CommitResult.SETTINGS_CHANGED
                            : CommitResult.CONVERSATION_CHANGED;
                })
                .get(0);
    }

    private SqlText build() {
        settings();
        guard();
        entries();
        if (!commit.redactions().isEmpty()) {
            redactions();
        }
        listed();
        collaborations();
        if (!commit.notifications().isEmpty()) {
            notifications();
        }
        if (commit.receipt() != null) {
            receipt(commit.receipt());
        }
        sql.add("\nSELECT " + Database.SAFETY + ", EXISTS (SELECT FROM guard), (SELECT stand FROM settings),"
                        + " coalesce((SELECT revision FROM " + database.table("conversation")
                        + " WHERE tenant = ? AND conversation = ?), 0)")
                .text(database.tenant())
                .text(head.id().value());
        return sql;
    }

    /** Mostly it is one inbox; a move has two. */
    private void settings() {
        if (commit.otherSettings().isEmpty()) {
            sql.add("WITH settings AS (SELECT coalesce((SELECT revision FROM " + database.table("inbox")
                            + " WHERE tenant = ? AND inbox = ?), 0) = ? AS stand)")
                    .text(database.tenant())
                    .text(head.inbox().value())
                    .number(commit.settingsRevision());
            return;
        }
        var expected = new TreeMap<InboxId, Long>(commit.otherSettings());
        expected.put(head.inbox(), commit.settingsRevision());
        sql.add("WITH settings AS (SELECT bool_and(coalesce(i.revision, 0) = e.revision) AS stand"
                        + " FROM unnest(?::text[], ?::bigint[]) AS e (inbox, revision)"
                        + " LEFT JOIN " + database.table("inbox") + " i ON i.tenant = ? AND i.inbox = e.inbox)")
                .texts(expected.keySet().stream().map(InboxId::value).toList())
                .numbers(expected.values())
                .text(database.tenant());
    }

    /** The isolation is asked again here, as a transaction that is joined must not be changed before it is refused. */
    private void guard() {
        var allowed = " (SELECT stand FROM settings)" + (database.isJoining() ? " AND " + Database.READ_COMMITTED : "");
        if (commit.expectedRevision() == 0) {
            sql.add(",\nguard AS (INSERT INTO " + database.table("conversation") + " (tenant, conversation, "
                            + HeadRow.COLUMNS + ") SELECT ?, ?, " + HeadRow.VALUES + " WHERE" + allowed
                            + " ON CONFLICT DO NOTHING RETURNING revision)")
                    .text(database.tenant())
                    .text(head.id().value());
            HeadRow.write(sql, head);
            return;
        }
        sql.add(",\nguard AS (UPDATE " + database.table("conversation") + " SET (" + HeadRow.COLUMNS + ") = ROW("
                + HeadRow.VALUES + ") WHERE tenant = ? AND conversation = ? AND revision = ? AND" + allowed
                + " RETURNING revision)");
        HeadRow.write(sql, head).text(database.tenant()).text(head.id().value()).number(commit.expectedRevision());
    }

    private void entries() {
        if (commit.entries().isEmpty()) {
            return;
        }
        sql.add(",\nentries AS (INSERT INTO " + database.table("entry") + " (tenant, conversation, " + EntryRow.COLUMNS
                + ") SELECT ?, ?, e.* FROM guard, " + records("e", EntryRow.RECORD) + ")");
        bindRecords(commit.entries(), EntryRow::write);
        if (commit.entries().stream().anyMatch(entry -> !entry.readers().isEmpty())) {
            sql.add(",\nreaders AS (INSERT INTO " + database.table("entry_reader") + " (tenant, conversation, reader,"
                    + " sequence) SELECT ?, ?, reader, e.sequence FROM guard, "
                    + records("e", "(sequence bigint, readers text[])") + ", unnest(e.readers) AS reader)");
            bindRecords(commit.entries(), CommitStatement::writeReaders);
        }
    }

    private static void writeReaders(JsonText json, TimelineEntry entry) {
        json.put("sequence", entry.sequence()).strings("readers", entry.readers());
    }

    private void redactions() {
        sql.add(",\nredactions AS (UPDATE " + database.table("entry") + " old SET author_name = new.author_name,"
                + " presented_name = new.presented_name, content = new.content, attachments = new.attachments,"
                + " facts = new.facts, redacted = new.redacted FROM guard, " + records("new", EntryRow.RECORD)
                + " WHERE old.tenant = ? AND old.conversation = ? AND old.sequence = new.sequence)");
        sql.text(JsonText.arrayOf(commit.redactions(), (json, one) -> json.object(one, EntryRow::write)));
        key();
    }

    /** A conversation is listed from its first public entry on; an insertion that finds a row costs twice an update. */
    private void listed() {
        long fresh = commit.entries().stream()
                .filter(entry -> entry.customerSequence() != null)
                .count();
        long all = head.counters().customerEntries();
        if (all == fresh && all > 0) {
            sql.add(",\nlisted AS (INSERT INTO " + database.table("listed") + " (tenant, conversation, " + LISTED
                            + ") SELECT ?, ?, ?, ?, ?, ?, ?, ? FROM guard)")
                    .text(database.tenant())
                    .text(head.id().value());
            bindListed();
        } else if (all > 0) {
            sql.add(",\nlisted AS (UPDATE " + database.table("listed") + " old SET (" + LISTED
                    + ") = (new.inbox, new.customer, new.case_group, new.assignee, new.place, new.rank) FROM guard,"
                    + " (SELECT ? AS inbox, ? AS customer, ? AS case_group, ? AS assignee, ?::smallint AS place,"
                    + " ?::bigint AS rank OFFSET 0) new");
            bindListed();
            sql.add(" WHERE old.tenant = ? AND old.conversation = ? AND (old.inbox, old.customer, old.case_group,"
                    + " old.assignee, old.place, old.rank) IS DISTINCT FROM (new.inbox, new.customer, new.case_group,"
                    + " new.assignee, new.place, new.rank))");
            key();
        }
    }

    private void bindListed() {
        sql.text(head.inbox().value())
                .text(head.customer().value())
                .text(HeadRow.group(head))
                .text(HeadRow.assignee(head))
                .number(HeadRow.place(head))
                .number(Times.rank(head.lastActivityAt()));
    }

    /** Those of the head and those that left it; whatever else is stored as in force is not any more. */
    private void collaborations() {
        var stored = new ArrayList<CollaborationRow>();
        head.collaborations().forEach(one -> stored.add(new CollaborationRow(head, one, null)));
        commit.ended().forEach(one -> stored.add(new CollaborationRow(head, one.collaboration(), one)));
        if (!stored.isEmpty()) {
            kept(stored);
        }
        if (commit.expectedRevision() > 0) {
            sql.add(",\ngone AS (DELETE FROM " + database.table("collaboration") + " old USING guard"
                    + " WHERE old.tenant = ? AND old.conversation = ? AND old.ended_at IS NULL"
                    + " AND old.collaboration <> ALL (?))");
            key();
            sql.texts(
                    stored.stream().map(one -> one.collaboration().id().value()).toList());
        }
    }

    /** Mostly all of them are stored already, so those are looked for first, and the rest only if there is one. */
    private void kept(List<CollaborationRow> stored) {
        var records = records("new", CollaborationRow.RECORD);
        sql.add(",\nkept AS (UPDATE " + database.table("collaboration") + " old SET " + CollaborationRow.UPDATE
                + " FROM guard, " + records + " WHERE old.tenant = ? AND old.conversation = ?"
                + " AND old.collaboration = new.collaboration AND (" + CollaborationRow.names("old.")
                + ") IS DISTINCT FROM (" + CollaborationRow.names("new.") + ") RETURNING 1)");
        var documents = JsonText.arrayOf(stored, (json, one) -> json.object(one, CollaborationRow::write));
        sql.text(documents);
        key();
        sql.add(",\nfresh AS (INSERT INTO " + database.table("collaboration") + " (tenant, conversation, "
                + CollaborationRow.COLUMNS + ") SELECT ?, ?, new.* FROM guard, " + records
                + " WHERE (SELECT count(*) FROM kept) < ? AND NOT EXISTS (SELECT FROM "
                + database.table("collaboration") + " old WHERE old.tenant = ? AND old.conversation = ?"
                + " AND old.collaboration = new.collaboration))");
        key();
        sql.text(documents).number(stored.size());
        key();
    }

    private void notifications() {
        sql.add(",\nnotifications AS (INSERT INTO " + database.table("outbox") + " (tenant, conversation, "
                + NotificationRow.WRITTEN + ") SELECT ?, ?, n.* FROM guard, " + records("n", NotificationRow.RECORD)
                + ")");
        bindRecords(commit.notifications(), NotificationRow::write);
    }

    private void receipt(StoredReceipt receipt) {
        sql.add(",\nreceipt AS (");
        ReceiptRow.insert(sql, database, receipt, " FROM guard");
        sql.add(ReceiptRow.REPLACING).add(")");
    }

    /** Named records in one JSON parameter, so that the text of the statement does not depend on how many there are. */
    private static String records(String alias, String record) {
        return "json_to_recordset(?::json) AS " + alias + " " + record;
    }

    private <T> void bindRecords(Collection<T> all, BiConsumer<JsonText, T> writer) {
        key();
        sql.text(JsonText.arrayOf(all, (json, one) -> json.object(one, writer)));
    }

    private void key() {
        sql.text(database.tenant()).text(head.id().value());
    }
}
