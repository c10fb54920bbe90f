package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.jdbc.Faulty.Fault;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;
import dev.collab.spi.CommitResult;
import dev.collab.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Connections")
class ConnectionSourceTest {
    private static final String SCHEMA = Server.freshSchema();
    private static final InboxId SHOP = new InboxId("shop");

    @Test
    @DisplayName("P-33 come back as they were handed out, whatever autocommit and isolation they had")
    void asHandedOut() throws SQLException {
        for (boolean autocommit : List.of(true, false)) {
            for (int isolation : List.of(
                    Connection.TRANSACTION_READ_COMMITTED,
                    Connection.TRANSACTION_REPEATABLE_READ,
                    Connection.TRANSACTION_SERIALIZABLE)) {
                try (var connection = Server.dataSource().getConnection()) {
                    connection.setTransactionIsolation(isolation);
                    connection.setAutoCommit(autocommit);
                    var storage = over(Lent.of(connection));

                    storage.inboxes().load(SHOP);
                    storage.conversations().overdue(Instant.EPOCH, 1);

                    assertThat(connection.getAutoCommit()).isEqualTo(autocommit);
                    assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
                }
            }
        }
    }

    @Test
    @Timeout(60)
    @DisplayName("P-23 P-33 that are stricter than needed lose a race like others, and come back as strict")
    void strictRace() throws Exception {
        var chat = Shop.open(over(Server.dataSource())).assigned();
        var stale = over(Server.dataSource())
                .conversations()
                .load(chat, null)
                .orElseThrow()
                .head();
        try (var winner = Server.dataSource().getConnection();
                var loser = Server.dataSource().getConnection()) {
            loser.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            winner.setAutoCommit(false);
            update(winner, chat);
            var thread = Executors.newSingleThreadExecutor();
            try {
                var lost =
                        thread.submit(() -> over(Lent.of(loser)).conversations().commit(Next.of(stale)));
                while (!isBlocked(winner)) {
                    Thread.onSpinWait();
                }
                winner.commit();

                assertThat(lost.get()).isEqualTo(CommitResult.CONVERSATION_CHANGED);
            } finally {
                thread.shutdownNow();
            }
            assertThat(loser.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
        }
    }

    @Test
    @DisplayName(
            "P-23 P-33 that are stricter than needed read again when a read is what the server gives up for a race")
    void strictRead() throws SQLException {
        var inbox = new InboxId("raced");
        over(Server.dataSource()).inboxes().compareAndSet(first(inbox));
        int readAgain = 0;
        Faulty raced;
        int calls = 0;
        do {
            calls++;
            try (var connection = Server.dataSource().getConnection()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                raced = new Faulty(connection, Fault.RACE, calls, false);
                try {
                    assertThat(over(raced.dataSource()).inboxes().load(inbox).revision())
                            .isEqualTo(1);
                    readAgain += "PreparedStatement.executeQuery".equals(raced.failed()) ? 1 : 0;
                } catch (StorageException elsewhere) {
                    assertThat(elsewhere.outcomeUnknown()).isFalse();
                }
            }
        } while (raced.failed() != null);
        assertThat(readAgain).isEqualTo(1);
    }

    private static void update(Connection connection, ConversationId chat) throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE " + SCHEMA + ".collab_conversation SET revision = revision + 1 WHERE conversation = ?")) {
            statement.setString(1, chat.value());
            statement.executeUpdate();
        }
    }

    /** Whether somebody waits for this connection's transaction. */
    private static boolean isBlocked(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var results = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_stat_activity"
                        + " WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid)))")) {
            return results.next() && results.getBoolean(1);
        }
    }

    @Test
    @DisplayName("P-33 come back also after a failure, and the failure is what is thrown")
    void afterFailure() throws SQLException {
        try (var connection = Server.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            var storage =
                    PostgresStorage.of(ConnectionSource.of(Lent.of(connection))).inSchema("nobody_made_it");

            assertThatExceptionOfType(SchemaException.class)
                    .isThrownBy(() -> storage.conversations().load(new ConversationId("chat"), null))
                    .withMessageContaining("V1__collab.sql");

            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    @DisplayName("P-3 are refused if they are read-only, before anything is shown")
    void readOnly() throws SQLException {
        var good = over(Server.dataSource());
        good.inboxes().compareAndSet(first(SHOP));
        try (var connection = Server.dataSource().getConnection()) {
            connection.setReadOnly(true);
            var storage = over(Lent.of(connection));

            for (Runnable call : List.<Runnable>of(
                    () -> storage.inboxes().load(SHOP),
                    () -> storage.inboxes().compareAndSet(first(new InboxId("other"))))) {
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(call::run)
                        .withMessageContaining("needs the primary")
                        .matches(failure -> !failure.outcomeUnknown());
            }
        }
        assertThat(good.inboxes().load(new InboxId("other")).revision()).isZero();
    }

    @Test
    @DisplayName("P-33 are taken one at a time, and none is kept")
    void oneAtATime() {
        var watched = new Watched();
        var storage = over(watched.over(Server.dataSource()));

        storage.inboxes().load(SHOP);

        assertThat(watched.controlled)
                .endsWith("close")
                .filteredOn("close"::equals)
                .hasSize(1);
    }

    private static SettingsChange first(InboxId inbox) {
        var before = InboxSettings.untouched(inbox);
        var after = new InboxSettings(inbox, 1, 0, 0, null, "Shop", before.collaboration(), before.conversations());
        return new SettingsChange(new AgentId("ada"), Instant.EPOCH, before, after);
    }

    private static PostgresStorage over(DataSource dataSource) {
        return PostgresStorage.of(ConnectionSource.of(dataSource)).inSchema(SCHEMA);
    }
}
