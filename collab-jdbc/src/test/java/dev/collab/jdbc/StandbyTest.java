package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.Collab;
import dev.collab.conversation.Page;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.spi.StorageException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** One server for all: first it is a primary whose standby never answers, at last a standby itself. */
@Timeout(90)
@TestMethodOrder(OrderAnnotation.class)
@DisplayName("With standbys,")
class StandbyTest {
    private static final String WAITS = "wait_event = 'SyncRep'";
    private static final CommandKey KEY = new CommandKey("one");

    private static OwnServer server;
    private static PostgresStorage storage;
    private static ConversationId chat;
    private static ConversationHead head;
    private static Collab collab;

    @BeforeAll
    static void start() throws Exception {
        server = OwnServer.start(Map.of());
        PostgresSchema.of(server.dataSource(), PostgresSchema.DEFAULT_NAME).migrate();
        storage = PostgresStorage.of(ConnectionSource.of(server.dataSource()));
        var shop = Shop.open(storage);
        chat = shop.assigned();
        collab = shop.collab;
        head = storage.conversations().load(chat, null).orElseThrow().head();
        execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        execute("SELECT pg_reload_conf()");
        while (!"nobody".equals(shown("synchronous_standby_names"))) {
            Thread.onSpinWait();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = server.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String shown(String setting) throws SQLException {
        try (var connection = server.dataSource().getConnection();
                var statement = connection.createStatement();
                var results = statement.executeQuery("SHOW " + setting)) {
            results.next();
            return results.getString(1);
        }
    }

    @Test
    @Order(1)
    @DisplayName("P-26 P-28 a commit that gave up its synchronous one is unknown, though it is there")
    void cancelled() throws Exception {
        assertUnknown("pg_cancel_backend", "Hello?");
    }

    @Test
    @Order(2)
    @DisplayName("P-26 P-28 a commit whose connection was ended while it waited for one is unknown, though it is there")
    void terminated() throws Exception {
        assertUnknown("pg_terminate_backend", "Anybody?");
    }

    private static void assertUnknown(String function, String text) throws Exception {
        var key = new CommandKey(function);
        var writer = Blocked.atWork(() -> collab.customer(Shop.CARL).keyed(key).write(chat, text));
        Blocked.callOnWhoever(server.dataSource(), function, WAITS);

        assertThat(writer.failure()).isInstanceOf(CommandOutcomeUnknownException.class);
        assertThat(Said.times(storage, chat, text)).isOne();
        // What it did is found, so there is nothing to wait for.
        collab.customer(Shop.CARL).keyed(key).write(chat, text).orElseThrow();
        assertThat(Said.times(storage, chat, text)).isOne();
    }

    @Test
    @Order(3)
    @DisplayName("P-28 the driver alone reports such a commit as done")
    void control() throws Exception {
        var writer = Blocked.atWork(() -> {
            try {
                execute("UPDATE collab.collab_conversation SET subject = 'Boots'");
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        });
        Blocked.callOnWhoever(server.dataSource(), "pg_cancel_backend", WAITS);

        assertThat(writer.failure()).isNull();
    }

    @Test
    @Order(4)
    @DisplayName("P-3 every read and write on one is refused, and the schema's check says why")
    void standby() throws Exception {
        server.restartAsStandby();

        assertThat(shown("transaction_read_only")).isEqualTo("on");
        var customer = collab.customer(Shop.CARL);
        for (Runnable call : List.<Runnable>of(
                () -> customer.view(chat),
                () -> customer.messages(chat, Page.newest(10)),
                () -> customer.keyed(KEY).write(chat, "Hello?"),
                () -> collab.admin(Shop.ADA).inbox(Shop.INBOX).disableCollaboration(),
                () -> Said.in(storage, chat),
                () -> storage.conversations().commit(Next.of(head)),
                () -> storage.inboxes().load(Shop.INBOX),
                () -> storage.conversations().isMuted(chat, Shop.BO),
                () -> storage.outbox().claim("relay", Instant.EPOCH, Instant.MAX, 1))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(call::run)
                    .withMessageContaining("needs the primary")
                    .matches(failure -> !failure.outcomeUnknown());
        }
        assertThat(storage.outbox().parked(null, 1))
                .as("where nothing is, nothing is shown")
                .isEmpty();
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> PostgresSchema.of(server.dataSource(), PostgresSchema.DEFAULT_NAME)
                        .validate())
                .withMessageContaining("standby; connect to the primary");
    }
}
