package dev.collab.examples.helpdesk.delivery;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.StorageException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Keeps everything in two tables that are the host's own, beside the library's schema. */
public final class PostgresDeliveries implements Deliveries {
    private static final String TABLES = """
            -- Two processes may start at once.
            SELECT pg_advisory_xact_lock(hashtext('helpdesk'));
            CREATE SCHEMA IF NOT EXISTS helpdesk;
            CREATE TABLE IF NOT EXISTS helpdesk.notice (
                id text PRIMARY KEY, recipient text NOT NULL, kind text NOT NULL, conversation text NOT NULL,
                actor text NOT NULL, subject text, sequence bigint, at timestamptz NOT NULL);
            CREATE INDEX IF NOT EXISTS notice_newest ON helpdesk.notice (recipient, at DESC, id DESC);
            CREATE TABLE IF NOT EXISTS helpdesk.letter (
                id text PRIMARY KEY, conversation text NOT NULL, customer_sequence bigint NOT NULL,
                sender text NOT NULL, content text, at timestamptz NOT NULL);
            CREATE INDEX IF NOT EXISTS letter_thread ON helpdesk.letter (conversation, customer_sequence);
            """;

    private static final String NOTICE =
            "SELECT id, recipient, kind, conversation, actor, subject, sequence, at" + " FROM helpdesk.notice WHERE ";

    private final DataSource database;

    private PostgresDeliveries(DataSource database) {
        this.database = database;
    }

    /**
     * Makes the tables if they are not there.
     *
     * @param database where
     * @return the deliveries kept there
     */
    public static PostgresDeliveries in(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // Several statements in one call are one transaction.
            statement.execute(TABLES);
        } catch (SQLException failure) {
            throw StorageException.nothingChanged("the host's tables could not be made", failure);
        }
        return new PostgresDeliveries(database);
    }

    @Override
    public void keep(Notice notice) {
        run("INSERT INTO helpdesk.notice VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", statement -> {
            statement.setString(1, notice.id().value());
            statement.setString(2, notice.recipient().value());
            statement.setString(3, notice.kind().name());
            statement.setString(4, notice.conversation().value());
            statement.setString(5, notice.actor());
            statement.setString(6, notice.subject());
            statement.setObject(7, notice.sequence());
            statement.setObject(8, stored(notice.at()));
            return statement.executeUpdate();
        });
    }

    @Override
    public void keep(Letter letter) {
        run("INSERT INTO helpdesk.letter VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", statement -> {
            statement.setString(1, letter.id().value());
            statement.setString(2, letter.conversation().value());
            statement.setLong(3, letter.customerSequence());
            statement.setString(4, letter.from());
            statement.setString(5, letter.text());
            statement.setObject(6, stored(letter.at()));
            return statement.executeUpdate();
        });
    }

    @Override
    public void redact(ConversationId conversation, long customerSequence) {
        run("UPDATE helpdesk.letter SET content = NULL WHERE conversation = ? AND customer_sequence = ?", statement -> {
            statement.setString(1, conversation.value());
            statement.setLong(2, customerSequence);
            return statement.executeUpdate();
        });
    }

    @Override
    public Optional<Notice> notice(NotificationId id) {
        return run(NOTICE + "id = ?", statement -> {
            statement.setString(1, id.value());
            return read(statement, PostgresDeliveries::notice).stream().findFirst();
        });
    }

    @Override
    public List<Notice> notices(AgentId recipient) {
        return run(NOTICE + "recipient = ? ORDER BY at DESC, id DESC LIMIT 100", statement -> {
            statement.setString(1, recipient.value());
            return read(statement, PostgresDeliveries::notice);
        });
    }

    @Override
    public List<Letter> letters(ConversationId conversation) {
        return run(
                "SELECT id, conversation, customer_sequence, sender, content, at FROM helpdesk.letter"
                        + " WHERE conversation = ? ORDER BY customer_sequence",
                statement -> {
                    statement.setString(1, conversation.value());
                    return read(statement, PostgresDeliveries::letter);
                });
    }

    @FunctionalInterface
    private interface Work<A, B> {
        B on(A given) throws SQLException;
    }

    private <T> T run(String sql, Work<PreparedStatement, T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException failure) {
            throw StorageException.outcomeUnknown("the host's tables did not answer", failure);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, Work<ResultSet, T> row) throws SQLException {
        var rows = new ArrayList<T>();
        try (var result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(row.on(result));
            }
        }
        return rows;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                new NotificationId(row.getString("id")),
                new AgentId(row.getString("recipient")),
                NotificationKind.valueOf(row.getString("kind")),
                new ConversationId(row.getString("conversation")),
                row.getString("actor"),
                row.getString("subject"),
                row.getObject("sequence", Long.class),
                read(row));
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                new NotificationId(row.getString("id")),
                new ConversationId(row.getString("conversation")),
                row.getLong("customer_sequence"),
                row.getString("sender"),
                row.getString("content"),
                read(row));
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant read(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
