package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Collab;
import dev.collab.conversation.OpenRequest;
import dev.collab.inmemory.RecordingSignal;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Outbox;
import dev.collab.spi.StorageException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("In a transaction of the host,")
class JoiningTest {
    private static final CommandKey KEY = new CommandKey("opening");

    private final String schema = Server.freshSchema();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(Server.dataSource()));
    private final JdbcTemplate jdbc = new JdbcTemplate(Server.dataSource());
    private final PostgresStorage apart =
            PostgresStorage.of(ConnectionSource.of(Server.dataSource())).inSchema(schema);
    private final PostgresStorage joined = PostgresStorage.of(
                    ConnectionSource.joining(() -> DataSourceUtils.getConnection(Server.dataSource())))
            .inSchema(schema);
    private final RecordingSignal signal = new RecordingSignal();
    private final Shop outside = Shop.open(apart);
    private final Collab inside =
            Shop.over(joined, builder -> builder.signal(AfterCommit.of(signal, JoiningTest::afterCommit))).collab;

    private static void afterCommit(Runnable task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                task.run();
            }
        });
    }

    @BeforeEach
    void hostsOwnTable() {
        jdbc.execute("CREATE TABLE " + schema + ".orders (id text)");
    }

    private void order(String id) {
        jdbc.update("INSERT INTO " + schema + ".orders VALUES (?)", id);
    }

    private List<String> orders() {
        return jdbc.queryForList("SELECT id FROM " + schema + ".orders", String.class);
    }

    private ConversationId open(Collab collab) {
        return collab.customer(Shop.CARL)
                .keyed(KEY)
                .open(OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, "Hello?").forGroup(Shop.FOOTWEAR))
                .orElseThrow();
    }

    @Test
    @DisplayName("P-30 P-34 everything is gone with the host's rollback, notifications and signals too")
    void rollback() {
        var chat = outside.assigned();
        claimed();
        transaction.executeWithoutResult(status -> {
            order("one");
            inside.customer(Shop.CARL).write(chat, "Still there?").orElseThrow();
            assertThat(inside.customer(Shop.CARL).view(chat).orElseThrow().version())
                    .isEqualTo(2);
            status.setRollbackOnly();
        });

        assertThat(orders()).isEmpty();
        assertThat(outside.collab.customer(Shop.CARL).view(chat).orElseThrow().version())
                .isEqualTo(1);
        assertThat(claimed()).isEmpty();
        assertThat(signal.changes()).isEmpty();
    }

    @Test
    @DisplayName("P-34 everything is there with the host's commit and nothing before, notifications and signals too")
    void commit() {
        var chat = outside.assigned();
        claimed();
        transaction.executeWithoutResult(status -> {
            order("one");
            inside.customer(Shop.CARL).write(chat, "Still there?").orElseThrow();
            assertThat(claimed()).as("before the commit").isEmpty();
            assertThat(signal.changes()).as("before the commit").isEmpty();
            assertThat(outside.collab
                            .customer(Shop.CARL)
                            .view(chat)
                            .orElseThrow()
                            .version())
                    .isEqualTo(1);
        });

        assertThat(orders()).containsExactly("one");
        assertThat(outside.collab.customer(Shop.CARL).view(chat).orElseThrow().version())
                .isEqualTo(2);
        assertThat(claimed()).hasSize(1);
        assertThat(signal.changes()).containsExactly(chat);
        assertThat(signal.customerChanges()).containsExactly(chat);
    }

    @Test
    @DisplayName("P-23 a lost race leaves it usable, for the host and for the next attempt")
    void lostRace() {
        transaction.executeWithoutResult(status -> {
            order("one");
            var chat = outside.assigned();
            var stale = joined.conversations().load(chat, null).orElseThrow().head();
            outside.collab.customer(Shop.CARL).write(chat, "Faster").orElseThrow();

            assertThat(joined.conversations().commit(Next.of(stale))).isEqualTo(CommitResult.CONVERSATION_CHANGED);

            order("two");
            inside.customer(Shop.CARL).write(chat, "Slower").orElseThrow();
        });

        assertThat(orders()).containsExactly("one", "two");
    }

    @Test
    @DisplayName("P-16 the level must be READ COMMITTED; others are refused by name, and nothing is changed")
    void isolation() {
        for (int level : List.of(
                TransactionDefinition.ISOLATION_REPEATABLE_READ, TransactionDefinition.ISOLATION_SERIALIZABLE)) {
            var strict = new TransactionTemplate(new DataSourceTransactionManager(Server.dataSource()));
            strict.setIsolationLevel(level);
            var name = level == TransactionDefinition.ISOLATION_SERIALIZABLE ? "SERIALIZABLE" : "REPEATABLE READ";

            strict.executeWithoutResult(status -> {
                order(name);
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> joined.inboxes().load(Shop.INBOX))
                        .withMessageContaining(name + "; begin it as READ COMMITTED");
                assertThatThrownBy(() -> open(inside)).rootCause().hasMessageContaining("transaction_isolation");
            });

            assertThat(orders()).contains(name);
            assertThat(jdbc.queryForObject("SELECT count(*) FROM " + schema + ".collab_conversation", Long.class))
                    .isZero();
        }
    }

    @Test
    @DisplayName("P-33 the connection is never committed, rolled back, closed or switched")
    void untouched() {
        var watched = new Watched();
        transaction.executeWithoutResult(status -> {
            var connection = watched.over(DataSourceUtils.getConnection(Server.dataSource()));
            var storage = PostgresStorage.of(ConnectionSource.joining(() -> connection))
                    .inSchema(schema);
            var collab = Shop.over(storage, builder -> builder).collab;
            var chat = open(collab);
            collab.customer(Shop.CARL).write(chat, "Hello?").orElseThrow();
            storage.outbox().claim("relay", Instant.MAX, Instant.MAX, 10);
        });

        assertThat(watched.executed).isNotEmpty();
        assertThat(watched.controlled).isEmpty();
    }

    @Test
    @DisplayName("P-30 a data source that knows of transactions will do, and one that does not shows why it matters")
    void dataSources() {
        var aware = new TransactionAwareDataSourceProxy(Server.dataSource());
        var chats = List.of(
                rolledBack(ConnectionSource.joining(aware::getConnection)),
                rolledBack(ConnectionSource.of(Server.dataSource())));

        assertThat(outside.collab.customer(Shop.CARL).view(chats.get(0)).isDone())
                .isFalse();
        assertThat(outside.collab.customer(Shop.CARL).view(chats.get(1)).isDone())
                .isTrue();
    }

    private ConversationId rolledBack(ConnectionSource source) {
        var collab = Shop.over(PostgresStorage.of(source).inSchema(schema), builder -> builder).collab;
        var chat = transaction.execute(status -> {
            status.setRollbackOnly();
            return collab.customer(Shop.CARL)
                    .open(OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, "Hello?"))
                    .orElseThrow();
        });
        assertThat(chat).isNotNull();
        return chat;
    }

    /** What another transaction finds to deliver. */
    private List<Outbox.Claim> claimed() {
        var claims = apart.outbox().claim("relay", Instant.MAX, Instant.MAX, 100);
        claims.forEach(claim -> apart.outbox().acknowledge(claim.notification().id(), "relay"));
        return claims;
    }
}
