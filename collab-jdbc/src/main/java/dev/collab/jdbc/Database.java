package dev.collab.jdbc;

import dev.collab.model.InvalidArgumentException;
import dev.collab.spi.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Carries out statements for one tenant in one schema, and says what became of those that failed. */
final class Database {
    /**
     * Comes first in whatever is read: a standby answers from the past, where somebody removed still has access.
     *
     * <p>Empty where all is as it mostly is, because it travels with every row. As a subquery it is evaluated once.
     */
    static final String SAFETY = "(SELECT CASE WHEN r = 'off' AND i = 'read committed' THEN '' ELSE r || ' ' || i END"
            + " FROM (SELECT current_setting('transaction_read_only') AS r,"
            + " current_setting('transaction_isolation') AS i) s)";

    /** For what is changed: a transaction that is joined must not be changed before it is refused. */
    static final String READ_COMMITTED = "current_setting('transaction_isolation') = 'read committed'";

    /** Of which the second and later ones are at READ COMMITTED, where nothing is lost but a deadlock with the host. */
    private static final int ATTEMPTS = 3;

    /** More ways than statements are put together in. */
    private static final int MOST_TEXTS = 1_000;

    private final ConnectionSource source;
    private final String schema;
    private final String tenant;
    private final Map<List<String>, String> texts = new ConcurrentHashMap<>();
    private final KnownSettings settings = new KnownSettings();
    private volatile boolean validated;

    Database(ConnectionSource source, String schema, String tenant) {
        this.source = source;
        this.schema = schema;
        this.tenant = tenant;
    }

    boolean isJoining() {
        return source.isJoining();
    }

    KnownSettings settings() {
        return settings;
    }

    String tenant() {
        return tenant;
    }

    /**
     * Gives the whole text of a statement, the same string for the same pieces.
     *
     * <p>{@code ${schema}} in it stands for the schema's name. Statements are put together from few pieces in few ways; a
     * driver finds the same string faster among those it has prepared.
     */
    private String text(SqlText sql) {
        var known = texts.get(sql.pieces());
        if (known != null) {
            return known;
        }
        var text = sql.toString().replace("${schema}", schema);
        if (texts.size() < MOST_TEXTS) {
            texts.put(List.copyOf(sql.pieces()), text);
        }
        return text;
    }

    /** Reads a row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** Reads rows; the statement's first column is {@link #SAFETY}. */
    <T> List<T> list(String what, SqlText sql, Reader<T> reader) {
        return repeated(what, sql, statement -> {
            try (var results = statement.executeQuery()) {
                return rows(what, results, reader);
            } catch (SQLException failure) {
                var said = Failures.ofRead(what, failure);
                throw Failures.isLostRace(failure) ? new LostRace(failure, said) : said;
            }
        });
    }

    /** Reads a row, if there is one. */
    <T> Optional<T> first(String what, SqlText sql, Reader<T> reader) {
        return list(what, sql, reader).stream().findFirst();
    }

    /** Changes something in one statement and reads what it returns, as {@link #list} does. */
    <T> List<T> change(String what, SqlText sql, Reader<T> reader) {
        return repeated(what, sql, statement -> changed(what, statement, reader));
    }

    /**
     * Carries out a statement, again if a race was what failed it.
     *
     * <p>Where the pool's isolation is stricter than READ COMMITTED, a statement that waited for another fails instead of
     * looking again, and one that only reads may fail for what others write; it is repeated at READ COMMITTED.
     */
    private <T> T repeated(String what, SqlText sql, Execution<T> execution) {
        for (int attempt = 1; ; attempt++) {
            try {
                return run(what, sql, attempt > 1, execution);
            } catch (LostRace lost) {
                if (source.isJoining() || attempt == ATTEMPTS) {
                    throw lost.said;
                }
            }
        }
    }

    private <T> List<T> rows(String what, ResultSet results, Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        while (results.next()) {
            var row = new Row(results);
            refuseUnsafe(what, row.text());
            all.add(reader.read(row));
        }
        return List.copyOf(all);
    }

    /** What fails before this has changed nothing, what fails after the statement may have changed everything. */
    private <T> List<T> changed(String what, PreparedStatement statement, Reader<T> reader) {
        boolean done = false;
        try (var results = statement.executeQuery()) {
            done = true;
            var all = rows(what, results, reader);
            Failures.refuseWarned(what, statement);
            return all;
        } catch (SQLException failure) {
            if (done) {
                throw Failures.unknown(what, failure);
            }
            var said = Failures.ofChange(what, failure);
            throw Failures.isLostRace(failure) ? new LostRace(failure, said) : said;
        }
    }

    /** Never leaves this class. */
    private static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** What to throw if it is lost for good. */
        private final StorageException said;

        LostRace(SQLException failure, StorageException said) {
            super(failure);
            this.said = said;
        }
    }

    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** What fails around the execution has changed nothing; the execution itself says what became of it. */
    private <T> T run(String what, SqlText sql, boolean again, Execution<T> execution) {
        ConnectionSource.Work<T> work = connection -> {
            if (connection.isReadOnly()) {
                throw Failures.readOnly(what, new IllegalStateException("the connection is read-only"));
            }
            validate(connection);
            var statement = sql.prepare(connection, text(sql));
            try {
                return execution.of(statement);
            } finally {
                close(statement);
            }
        };
        try {
            return again ? source.runReadCommitted(work) : source.run(work);
        } catch (SQLException failure) {
            throw Failures.ofRead(what, failure);
        } catch (NewerVersionException | InvalidArgumentException unreadable) {
            throw Failures.unreadable(what, unreadable);
        }
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException | RuntimeException broken) {
            // What was done is done; the connection closes it with itself.
        }
    }

    /** Once: a schema only ever gets more. */
    private void validate(Connection connection) throws SQLException {
        if (!validated) {
            PostgresSchema.check(connection, schema);
            validated = true;
        }
    }

    private void refuseUnsafe(String what, String safety) {
        if (safety.isEmpty()) {
            return;
        }
        int blank = safety.indexOf(' ');
        if (safety.startsWith("on")) {
            throw Failures.readOnly(what, new IllegalStateException("transaction_read_only is on"));
        }
        var isolation = safety.substring(blank + 1);
        if (source.isJoining() && !isolation.equals("read committed")) {
            throw StorageException.nothingChanged(
                    what + " joins a transaction that is " + isolation.toUpperCase(Locale.ROOT)
                            + "; begin it as READ COMMITTED",
                    new IllegalStateException("transaction_isolation is " + isolation));
        }
    }
}
