package dev.collab.jdbc;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.ViewerMark;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.CountQuery;
import dev.collab.spi.IdQuery;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations in PostgreSQL; each method is one statement. */
final class PostgresConversations implements ConversationStore {
    /** Conversations, called c, with the settings of their inboxes, called i. */
    static final String STORED = " FROM ${schema}.collab_conversation c"
            + " LEFT JOIN ${schema}.collab_inbox i ON i.tenant = c.tenant AND i.inbox = c.inbox";

    private static final String LOAD = "SELECT " + Database.SAFETY + ", " + HeadRow.READ + ", i.settings" + STORED;

    private static final String LOAD_WITH_RECEIPT = "SELECT " + Database.SAFETY + ", " + HeadRow.READ + ", i.settings, "
            + ReceiptRow.columns("r") + STORED + " LEFT JOIN ${schema}.collab_receipt r ON r.tenant = c.tenant"
            + " AND r.conversation = c.conversation AND r.actor_kind = ? AND r.actor = ? AND r.command = ?";

    private final Database database;

    PostgresConversations(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        var sql = new SqlText().add(command == null ? LOAD : LOAD_WITH_RECEIPT);
        if (command != null) {
            sql.text(command.actorKind().name())
                    .text(command.actor())
                    .text(command.key().value());
        }
        sql.add(" WHERE c.tenant = ? AND c.conversation = ?")
                .text(database.tenant())
                .text(conversation.value());
        return database.first("ConversationStore.load of " + conversation, sql, row -> {
            var head = HeadRow.read(row);
            var settings = row.textOrNull();
            return new StoredConversation(
                    head,
                    database.settings().of(head.inbox(), settings),
                    command == null ? null : ReceiptRow.read(row, command));
        });
    }

    @Override
    public CommitResult commit(Commit commit) {
        return CommitStatement.store(database, commit);
    }

    @Override
    public void remember(StoredReceipt receipt) {
        var sql = new SqlText().add("WITH receipt AS (");
        ReceiptRow.insert(sql, database, receipt, joinedReadCommitted());
        sql.add(ReceiptRow.LEAVING).add(") SELECT " + Database.SAFETY);
        database.change("ConversationStore.remember of " + receipt.command().conversation(), sql, row -> true);
    }

    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        return TimelineStatement.read(database, query);
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        return new ListStatement(database, query).find();
    }

    @Override
    public List<ConversationId> ids(IdQuery query) {
        var inbox = query.inbox();
        var customer = query.customer();
        var sql = new SqlText()
                .add("SELECT " + Database.SAFETY + ", conversation FROM ${schema}.collab_conversation WHERE tenant ="
                        + " ? AND " + (inbox == null ? "customer" : "inbox")
                        + " = ? AND conversation > ? ORDER BY conversation LIMIT ?")
                .text(database.tenant())
                .text(inbox != null ? inbox.value() : customer == null ? "" : customer.value())
                .text(query.after() == null ? "" : query.after().value())
                .number(query.limit());
        return database.list("ConversationStore.ids", sql, row -> new ConversationId(row.text()));
    }

    @Override
    public List<Integer> count(List<CountQuery> queries) {
        return CountStatement.count(database, queries);
    }

    @Override
    public void mark(ViewerMark mark) {
        var sql = new SqlText()
                .add("WITH mark AS (INSERT INTO ${schema}.collab_mark AS old (tenant, conversation, viewer_kind,"
                        + " viewer, position) SELECT ?, ?, ?, ?, ?" + joinedReadCommitted()
                        + " ON CONFLICT (tenant, conversation, viewer_kind, viewer) DO UPDATE"
                        + " SET position = excluded.position WHERE old.position < excluded.position) SELECT "
                        + Database.SAFETY)
                .text(database.tenant())
                .text(mark.conversation().value())
                .text(mark.viewerKind().name())
                .text(mark.viewer())
                .number(mark.position());
        database.change("ConversationStore.mark of " + mark.conversation(), sql, row -> true);
    }

    @Override
    public void mute(ConversationId conversation, AgentId agent, boolean muted) {
        var change = muted
                ? "INSERT INTO ${schema}.collab_mute (tenant, conversation, agent) SELECT ?, ?, ?"
                        + joinedReadCommitted()
                        + " ON CONFLICT DO NOTHING"
                : "DELETE FROM ${schema}.collab_mute WHERE tenant = ? AND conversation = ? AND agent = ?";
        var sql = new SqlText()
                .add("WITH mute AS (" + change + ") SELECT " + Database.SAFETY)
                .text(database.tenant())
                .text(conversation.value())
                .text(agent.value());
        database.change("ConversationStore.mute of " + conversation, sql, row -> true);
    }

    @Override
    public boolean isMuted(ConversationId conversation, AgentId agent) {
        var sql = new SqlText()
                .add("SELECT " + Database.SAFETY + ", EXISTS (SELECT FROM ${schema}.collab_mute WHERE tenant = ? AND"
                        + " conversation = ? AND agent = ?)")
                .text(database.tenant())
                .text(conversation.value())
                .text(agent.value());
        return database.first("ConversationStore.isMuted of " + conversation, sql, Row::flag)
                .orElse(false);
    }

    @Override
    public List<ConversationId> overdue(Instant now, int limit) {
        atLeastOne(limit);
        var sql = new SqlText()
                .add("SELECT " + Database.SAFETY + ", conversation FROM ${schema}.collab_conversation WHERE tenant ="
                        + " ? AND due_at <= ? ORDER BY due_at, conversation LIMIT ?")
                .text(database.tenant())
                .time(now)
                .number(limit);
        return database.list("ConversationStore.overdue", sql, row -> new ConversationId(row.text()));
    }

    @Override
    public int forgetReceipts(Instant now, int limit) {
        atLeastOne(limit);
        // Locked rows are another host's, which forgets them itself.
        var sql = new SqlText()
                .add("WITH old AS (SELECT ctid FROM ${schema}.collab_receipt WHERE tenant = ? AND keep_until <= ?"
                        + " ORDER BY keep_until LIMIT ? FOR UPDATE SKIP LOCKED), forgotten AS (DELETE FROM"
                        + " ${schema}.collab_receipt WHERE ctid IN (SELECT ctid FROM old) RETURNING 1) SELECT "
                        + Database.SAFETY
                        + ", count(*) FROM forgotten")
                .text(database.tenant())
                .time(now)
                .number(limit);
        return database.change("ConversationStore.forgetReceipts", sql, row -> Math.toIntExact(row.number()))
                .get(0);
    }

    /** A transaction that is joined and of another isolation is refused afterwards; nothing may be in it then. */
    private String joinedReadCommitted() {
        return database.isJoining() ? " WHERE " + Database.READ_COMMITTED : "";
    }

    private static void atLeastOne(int limit) {
        if (limit < 1) {
            throw new InvalidArgumentException("limit", "must be at least 1");
        }
    }

    /** {@return how a viewer's kind and id stand in a row} */
    static String viewer(ConversationQuery query) {
        var agent = query.scope().agent();
        var customer = query.scope().customer();
        return query.viewerKind() == ActorKind.AGENT && agent != null
                ? agent.value()
                : customer == null ? "" : customer.value();
    }
}
