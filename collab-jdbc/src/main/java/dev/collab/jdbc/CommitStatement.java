package dev.collab.jdbc;

import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.InboxId;
import dev.collab.model.StoredReceipt;
import dev.collab.spi.CommitResult;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores a commit in one statement: a guarded row, and everything else only if the guard let it pass.
 *
 * <p>The guard waits for whoever writes the same conversation and then looks again, so of two commits one finds its
 * revision gone. The settings are compared in the same statement and not locked: a change of them that is under way at
 * the same time counts as coming after. All parts see the state before the statement, and no row is touched by two.
 */
final class CommitStatement {
    private static final String RESULT = "\nSELECT " + Database.SAFETY + ", g.revision IS NOT NULL, s.stand,"
            + " CASE WHEN g.revision IS NULL THEN coalesce((SELECT revision FROM ${schema}.collab_conversation"
            + " WHERE tenant = ? AND conversation = ?), 0) END FROM settings s LEFT JOIN guard g ON true";

    private static final String ALLOWED = "(SELECT stand FROM settings)";
    private static final String ALLOWED_JOINING = ALLOWED + " AND " + Database.READ_COMMITTED;

    private static final String OPENED =
            ",\nguard AS (INSERT INTO ${schema}.collab_conversation (tenant, conversation, " + HeadRow.COLUMNS
                    + ") SELECT ?, ?, " + HeadRow.VALUES + " WHERE ";

    private static final String UPDATED = ",\nguard AS (UPDATE ${schema}.collab_conversation SET ";
    private static final String WHOLE = "(" + HeadRow.COLUMNS + ") = ROW(" + HeadRow.VALUES + ")";
    private static final String COUNTS = "(" + HeadRow.COUNTS + ") = ROW(" + HeadRow.COUNT_VALUES + ")";

    private final Database database;
    private final Commit commit;
    private final @Nullable ConversationHead before;
    private final ConversationHead head;
    private final SqlText sql = new SqlText();

    private CommitStatement(Database database, Commit commit) {
        this.database = database;
        this.commit = commit;
        this.before = commit.before();
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
            insert(
                    "notifications",
                    "outbox",
                    NotificationRow.RECORD,
                    "",
                    commit.notifications(),
                    NotificationRow::write);
        }
        if (commit.receipt() != null) {
            receipt(commit.receipt());
        }
        sql.add(RESULT);
        key();
        return sql;
    }

    /** Mostly it is one inbox; a move has two. */
    private void settings() {
        if (commit.otherSettings().isEmpty()) {
            sql.add("WITH settings AS (SELECT coalesce((SELECT revision FROM ${schema}.collab_inbox WHERE tenant = ?"
                            + " AND inbox = ?), 0) = ? AS stand)")
                    .text(database.tenant())
                    .text(head.inbox().value())
                    .number(commit.settingsRevision());
            return;
        }
        var expected = new TreeMap<InboxId, Long>(commit.otherSettings());
        expected.put(head.inbox(), commit.settingsRevision());
        sql.add("WITH settings AS (SELECT bool_and(coalesce(i.revision, 0) = e.revision) AS stand"
                        + " FROM unnest(?::text[], ?::bigint[]) AS e (inbox, revision)"
                        + " LEFT JOIN ${schema}.collab_inbox i ON i.tenant = ? AND i.inbox = e.inbox)")
                .texts(expected.keySet().stream().map(InboxId::value).toList())
                .numbers(expected.values())
                .text(database.tenant());
    }

    /** The isolation is asked again here, as a transaction that is joined must not be changed before it is refused. */
    private void guard() {
        var allowed = database.isJoining() ? ALLOWED_JOINING : ALLOWED;
        if (before == null) {
            sql.add(OPENED).add(allowed).add(" ON CONFLICT DO NOTHING RETURNING revision)");
            key();
            HeadRow.write(sql, head);
            return;
        }
        sql.add(UPDATED);
        if (HeadRow.differsInCountsOnly(before, head)) {
            sql.add(COUNTS);
            HeadRow.writeCounts(sql, head);
        } else {
            sql.add(WHOLE);
            HeadRow.write(sql, head);
        }
        sql.add(" WHERE tenant = ? AND conversation = ? AND revision = ? AND ")
                .add(allowed)
                .add(" RETURNING revision)");
        key();
        sql.number(commit.expectedRevision());
    }

    private void entries() {
        if (commit.entries().isEmpty()) {
            return;
        }
        insert("entries", "entry", EntryRow.RECORD, "", commit.entries(), EntryRow::write);
        var readers = commit.entries().stream()
                .flatMap(entry -> entry.readers().stream().map(reader -> new Reader(reader.value(), entry.sequence())))
                .toList();
        if (!readers.isEmpty()) {
            insert("readers", "entry_reader", Reader.RECORD, "", readers, Reader::write);
        }
    }

    private record Reader(String reader, long sequence) {
        static final Records.Shape RECORD = Records.Shape.of("reader text, sequence bigint");

        static void write(Records row, Reader one) {
            row.text(one.reader).number(one.sequence);
        }
    }

    private void redactions() {
        sql.add(",\nredactions AS (UPDATE ${schema}.collab_entry old SET author_name = new.author_name,"
                + " presented_name = new.presented_name, content = new.content, attachments = new.attachments,"
                + " facts = new.facts, redacted = new.redacted FROM guard, ");
        Records.from(sql, EntryRow.RECORD, commit.redactions(), EntryRow::write);
        sql.add(" WHERE old.tenant = ? AND old.conversation = ? AND old.sequence = new.sequence)");
        key();
    }

    /** A conversation is listed from its first public entry on. */
    private void listed() {
        var old = Listing.of(before);
        var now = Listing.of(head);
        if (now == null || now.equals(old)) {
            return;
        }
        if (old == null) {
            sql.add(",\nlisted AS (INSERT INTO ${schema}.collab_listed (tenant, conversation, " + Listing.COLUMNS
                    + ") SELECT ?, ?, ?, ?, ?, ?, ?, ? FROM guard)");
            key();
            now.bind(sql);
            return;
        }
        sql.add(",\nlisted AS (UPDATE ${schema}.collab_listed old SET ");
        if (now.differsInRankOnly(old)) {
            sql.add("rank = ?").number(now.rank());
        } else {
            sql.add("(" + Listing.COLUMNS + ") = ROW(?, ?, ?, ?, ?, ?)");
            now.bind(sql);
        }
        sql.add(" FROM guard WHERE old.tenant = ? AND old.conversation = ?)");
        key();
    }

    private void collaborations() {
        var changes = CollaborationChanges.of(commit);
        if (changes.moved()) {
            var listing = Listing.of(head);
            sql.add(",\nmoved AS (UPDATE ${schema}.collab_collaboration old SET place = ?, rank = ? FROM guard"
                            + " WHERE old.tenant = ? AND old.conversation = ? AND old.ended_at IS NULL")
                    .number(listing == null ? null : (long) listing.place())
                    .number(listing == null ? null : listing.rank());
            key();
            if (!changes.changed().isEmpty()) {
                sql.add(" AND old.collaboration <> ALL (?)").texts(changes.changed());
            }
            sql.add(")");
        }
        if (!changes.replaced().isEmpty()) {
            sql.add(",\nreplaced AS (UPDATE ${schema}.collab_collaboration old SET ")
                    .add(CollaborationRow.UPDATE)
                    .add(" FROM guard, ");
            Records.from(sql, CollaborationRow.RECORD, changes.replaced(), CollaborationRow::write);
            sql.add(" WHERE old.tenant = ? AND old.conversation = ? AND old.collaboration = new.collaboration)");
            key();
        }
        if (!changes.added().isEmpty()) {
            insert(
                    "added",
                    "collaboration",
                    CollaborationRow.RECORD,
                    CollaborationRow.REPLACING,
                    changes.added(),
                    CollaborationRow::write);
        }
        if (!changes.gone().isEmpty()) {
            sql.add(",\ngone AS (DELETE FROM ${schema}.collab_collaboration old USING guard"
                    + " WHERE old.tenant = ? AND old.conversation = ? AND old.collaboration = ANY (?))");
            key();
            sql.texts(changes.gone());
        }
    }

    private void receipt(StoredReceipt receipt) {
        sql.add(",\nreceipt AS (");
        ReceiptRow.insert(sql, database, receipt, " FROM guard");
        sql.add(ReceiptRow.REPLACING).add(")");
    }

    /** Rows of this conversation, if the guard let it pass. */
    private <T> void insert(
            String name,
            String table,
            Records.Shape shape,
            String onConflict,
            Collection<T> rows,
            BiConsumer<Records, T> writer) {
        sql.add(",\n")
                .add(name)
                .add(" AS (INSERT INTO ${schema}.collab_")
                .add(table)
                .add(" (tenant, conversation, ");
        sql.add(shape.list()).add(") SELECT ?, ?, ").add(shape.columns()).add(" FROM guard, ");
        key();
        Records.from(sql, shape, rows, writer);
        sql.add(onConflict).add(")");
    }

    private void key() {
        sql.text(database.tenant()).text(head.id().value());
    }
}
