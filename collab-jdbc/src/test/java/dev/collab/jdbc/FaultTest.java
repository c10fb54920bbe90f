package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.collab.jdbc.Faulty.Fault;
import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import dev.collab.spi.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

@Timeout(120)
@DisplayName("If any one call of the driver fails,")
class FaultTest {
    private static final String SCHEMA = Server.freshSchema();
    private static final int MOST_CALLS = 500;

    private static Connection other;
    private static PreparedStatement watch;

    private final String tenant = Server.freshName("tenant");
    private final PostgresStorage good = over(ConnectionSource.of(Lent.of(other)));
    private final ConversationId chat = Shop.open(good).assigned();

    @BeforeAll
    static void open() throws SQLException {
        other = Server.dataSource().getConnection();
        watch = other.prepareStatement("SELECT state = 'idle' FROM pg_stat_activity WHERE pid = ?");
    }

    @AfterAll
    static void close() throws SQLException {
        other.close();
    }

    private PostgresStorage over(ConnectionSource source) {
        return PostgresStorage.of(source).inSchema(SCHEMA).forTenant(tenant);
    }

    private interface Act {
        void on(Storage storage);
    }

    private interface Sight {
        Object of(Storage storage);
    }

    @Test
    @DisplayName("P-33 a commit is made or not, and what is thrown does not lie about it")
    void commit() throws SQLException {
        Sight revision = storage ->
                storage.conversations().load(chat, null).orElseThrow().head().revision();
        everywhere(
                storage -> storage.conversations()
                        .commit(Next.of(good.conversations()
                                .load(chat, null)
                                .orElseThrow()
                                .head())),
                revision);
    }

    @Test
    @DisplayName("P-33 a choice is made or not, and what is thrown does not lie about it")
    void mute() throws SQLException {
        Sight muted = storage -> storage.conversations().isMuted(chat, Shop.BO);
        everywhere(
                storage -> storage.conversations()
                        .mute(chat, Shop.BO, !good.conversations().isMuted(chat, Shop.BO)),
                muted);
    }

    @Test
    @DisplayName("P-33 reads change nothing, and say so")
    void reads() throws SQLException {
        Sight nothing = storage -> "";
        everywhere(storage -> storage.conversations().load(chat, null), nothing);
        everywhere(storage -> Said.in(storage, chat), nothing);
        everywhere(storage -> storage.inboxes().history(Shop.INBOX, Long.MAX_VALUE, 10), nothing);
    }

    @Test
    @DisplayName("P-33 a claim is made or not; if it was and nobody heard of it, its lease ends it")
    void claim() throws SQLException {
        Shop.over(good, builder -> builder).collab.agent(Shop.ASHA).reply(chat, "Hello.");
        Sight nothing = storage -> "";
        everywhere(storage -> storage.outbox().claim("one", Instant.EPOCH, Instant.EPOCH, 10), nothing);

        assertThat(good.outbox().claim("two", Instant.EPOCH, Instant.EPOCH, 10)).isNotEmpty();
    }

    @Test
    @DisplayName("P-33 a store that denies what it does not know is found out")
    void control() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> everywhere(
                        storage -> Bent.denying(storage)
                                .conversations()
                                .commit(Next.of(good.conversations()
                                        .load(chat, null)
                                        .orElseThrow()
                                        .head())),
                        storage -> storage.conversations()
                                .load(chat, null)
                                .orElseThrow()
                                .head()
                                .revision()));
    }

    /** Before the call and after it, with autocommit on and off, in every way; until there are no more calls. */
    private void everywhere(Act act, Sight sight) throws SQLException {
        for (var fault : EnumSet.complementOf(EnumSet.of(Fault.RACE))) {
            for (boolean late : List.of(false, true)) {
                // What the server refuses for a value it has not done.
                if (!late || fault != Fault.ODD) {
                    for (boolean autocommit : List.of(true, false)) {
                        everywhere(act, sight, new Setting(fault, late, autocommit));
                    }
                }
            }
        }
    }

    private record Setting(Fault fault, boolean late, boolean autocommit) {}

    private void everywhere(Act act, Sight sight, Setting setting) throws SQLException {
        try (var connection = Server.dataSource().getConnection()) {
            int calls = 0;
            boolean more = true;
            while (more) {
                calls++;
                connection.setAutoCommit(setting.autocommit());
                var faulty = new Faulty(connection, setting.fault(), calls, setting.late());
                broken(act, sight, faulty, setting + " at call " + calls);
                assertThat(idle(connection)).as("%s at call %d", setting, calls).isTrue();
                if (!"Connection.setAutoCommit".equals(faulty.failed())) {
                    assertThat(connection.getAutoCommit())
                            .as("%s at call %d, %s", setting, calls, faulty.failed())
                            .isEqualTo(setting.autocommit());
                }
                more = faulty.failed() != null;
                assertThat(calls).isLessThan(MOST_CALLS);
            }
            assertThat(calls).isGreaterThan(8);
        }
    }

    /** Somebody who is told that nothing was changed must find it so. */
    private void broken(Act act, Sight sight, Faulty faulty, String where) {
        var before = sight.of(good);

        var failure = catchThrowable(() -> act.on(over(ConnectionSource.of(faulty.dataSource()))));

        int had = "DataSource.getConnection".equals(faulty.failed()) ? 0 : 1;
        assertThat(faulty.closed())
                .as("given back, %s, %s", where, faulty.failed())
                .isEqualTo(had);
        if (failure instanceof StorageException said && !said.outcomeUnknown()) {
            assertThat(sight.of(good)).as("%s, %s", where, faulty.failed()).isEqualTo(before);
        }
    }

    private static boolean idle(Connection connection) throws SQLException {
        int process = connection.unwrap(PGConnection.class).getBackendPID();
        watch.setInt(1, process);
        try (var results = watch.executeQuery()) {
            return results.next() && results.getBoolean(1);
        }
    }
}
