package dev.collab.jdbc;

import dev.collab.model.CommandRef;
import dev.collab.model.Receipt;
import dev.collab.model.StoredReceipt;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receipt as a row of {@code collab_receipt}. */
final class ReceiptRow {
    /** What follows an insertion that takes the place of an older receipt of the same command. */
    static final String REPLACING = " ON CONFLICT (tenant, conversation, actor_kind, actor, command) DO UPDATE SET"
            + " fingerprint = excluded.fingerprint, sequence = excluded.sequence, ids = excluded.ids,"
            + " at = excluded.at, keep_until = excluded.keep_until";

    /** What follows one that leaves it. */
    static final String LEAVING = " ON CONFLICT DO NOTHING";

    private ReceiptRow() {}

    static void insert(SqlText sql, Database database, StoredReceipt stored, String from) {
        var command = stored.command();
        sql.add("INSERT INTO ${schema}.collab_receipt (tenant, conversation, actor_kind, actor, command,"
                        + " fingerprint, sequence, ids, at, keep_until) SELECT ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?"
                        + from)
                .text(database.tenant())
                .text(command.conversation().value())
                .text(command.actorKind().name())
                .text(command.actor())
                .text(command.key().value())
                .text(stored.fingerprint())
                .number(stored.receipt().sequence())
                .text(JsonText.mapOf(stored.receipt().ids()))
                .time(stored.receipt().at())
                .time(stored.keepUntil());
    }

    /** {@return the columns that are read, of a table under this alias} */
    static String columns(String alias) {
        return alias + ".fingerprint, " + alias + ".sequence, " + alias + ".ids, " + alias + ".at, " + alias
                + ".keep_until";
    }

    static @Nullable StoredReceipt read(Row row, @Nullable CommandRef command) throws SQLException {
        var fingerprint = row.textOrNull();
        if (fingerprint == null || command == null) {
            return null;
        }
        long sequence = row.number();
        var ids = JsonObject.parseMap(row.text());
        Instant at = row.time();
        return new StoredReceipt(command, fingerprint, new Receipt(sequence, ids, at), row.time());
    }
}
