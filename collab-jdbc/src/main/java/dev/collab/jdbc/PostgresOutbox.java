package dev.collab.jdbc;

import dev.collab.model.InvalidArgumentException;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Outbox;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outbox in PostgreSQL; each method is one statement.
 *
 * <p>What is claimed is locked for the length of the statement and passed over by others; afterwards the lease keeps
 * them away. Nothing is polled by "greater than the last one seen": a slow transaction's row would be missed for good.
 */
final class PostgresOutbox implements Outbox {
    private static final int LONGEST_NAME = 200;

    /** What a newer host wrote of another kind is left to hosts that know it, and so is what comes after it in its line. */
    private static final List<String> KINDS =
            Arrays.stream(NotificationKind.values()).map(Enum::name).toList();

    private final Database database;

    PostgresOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        if (claimer.isEmpty() || claimer.length() > LONGEST_NAME) {
            throw new InvalidArgumentException("claimer", "must be 1 to " + LONGEST_NAME + " characters");
        }
        atLeastOne(limit);
        var sql = new SqlText()
                .add("WITH due AS (SELECT o.tenant, o.notification FROM ${schema}.collab_outbox o WHERE o.tenant = ?"
                        + " AND NOT o.parked AND o.due_at <= ? AND o.kind = ANY (?) AND NOT EXISTS (SELECT FROM"
                        + " ${schema}.collab_outbox b WHERE b.tenant = o.tenant AND b.conversation = o.conversation"
                        + " AND b.recipient_kind = o.recipient_kind AND b.recipient = o.recipient AND NOT b.parked"
                        + " AND (b.revision, b.ordinal) < (o.revision, o.ordinal))"
                        + " ORDER BY o.due_at, o.notification LIMIT ? FOR UPDATE SKIP LOCKED)"
                        + ", claimed AS (UPDATE ${schema}.collab_outbox o SET claimer = ?, due_at = ? FROM due"
                        + " WHERE o.tenant = due.tenant AND o.notification = due.notification RETURNING o.*)"
                        + " SELECT " + Database.SAFETY + ", " + NotificationRow.columns("c") + " FROM claimed c"
                        + " ORDER BY c.conversation, c.revision, c.ordinal")
                .text(database.tenant())
                .time(now)
                .texts(KINDS)
                .number(limit)
                .text(claimer)
                .time(leaseUntil);
        return database.change("Outbox.claim", sql, NotificationRow::read);
    }

    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        var sql = new SqlText()
                .add("WITH gone AS (DELETE FROM ${schema}.collab_outbox WHERE tenant = ? AND notification = ? AND"
                        + " claimer = ? RETURNING 1) SELECT "
                        + Database.SAFETY + ", EXISTS (SELECT FROM gone)")
                .text(database.tenant())
                .text(notification.value())
                .text(claimer);
        return changed("Outbox.acknowledge of " + notification, sql);
    }

    @Override
    public boolean fail(NotificationId notification, String claimer, Failure failure) {
        var retryAt = failure.retryAt();
        var sql = new SqlText()
                .add("WITH failed AS (UPDATE ${schema}.collab_outbox SET attempts = attempts + 1,"
                        + " claimer = NULL, parked = ?, due_at = coalesce(?, due_at)"
                        + " WHERE tenant = ? AND notification = ? AND claimer = ? RETURNING 1) SELECT "
                        + Database.SAFETY + ", EXISTS (SELECT FROM failed)")
                .flag(retryAt == null)
                .time(retryAt)
                .text(database.tenant())
                .text(notification.value())
                .text(claimer);
        return changed("Outbox.fail of " + notification, sql);
    }

    @Override
    public List<Claim> parked(@Nullable NotificationId after, int limit) {
        atLeastOne(limit);
        var sql = new SqlText()
                .add("SELECT " + Database.SAFETY + ", " + NotificationRow.columns("o") + " FROM"
                        + " ${schema}.collab_outbox o WHERE o.tenant = ? AND o.parked AND o.kind = ANY (?)"
                        + " AND o.notification > ? ORDER BY o.notification LIMIT ?")
                .text(database.tenant())
                .texts(KINDS)
                .text(after == null ? "" : after.value())
                .number(limit);
        return database.list("Outbox.parked", sql, NotificationRow::read);
    }

    @Override
    public boolean retry(NotificationId notification) {
        var sql = new SqlText()
                .add("WITH retried AS (UPDATE ${schema}.collab_outbox SET attempts = 0, parked = false,"
                        + " due_at = '-infinity' WHERE tenant = ? AND notification = ? AND parked RETURNING 1) SELECT "
                        + Database.SAFETY + ", EXISTS (SELECT FROM retried)")
                .text(database.tenant())
                .text(notification.value());
        return changed("Outbox.retry of " + notification, sql);
    }

    private boolean changed(String what, SqlText sql) {
        return database.change(what, sql, Row::flag).get(0);
    }

    private static void atLeastOne(int limit) {
        if (limit < 1) {
            throw new InvalidArgumentException("limit", "must be at least 1");
        }
    }
}
