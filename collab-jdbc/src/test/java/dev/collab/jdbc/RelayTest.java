package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.collab.model.ConversationId;
import dev.collab.notification.Relay;
import dev.collab.notification.RelayOptions;
import dev.collab.spi.Notifier;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hosts, each with a pool and a relay of its own, on one database. */
@Timeout(60)
@DisplayName("Relays over PostgreSQL")
class RelayTest {
    private static final int BATCH = 5;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final String schema = Server.freshSchema();
    private final HikariDataSource onePool = Server.pool(true, config -> config.setMaximumPoolSize(3));
    private final HikariDataSource otherPool = Server.pool(false, config -> config.setMaximumPoolSize(3));
    private final PostgresStorage storage = over(onePool);
    private final Shop shop = Shop.open(storage);
    private final Heard heard = new Heard();
    private final Shop one = host(storage, heard);
    private final Shop other = host(over(otherPool), heard);
    private final Relay oneRelay = one.collab.relay("one");
    private final Relay otherRelay = other.collab.relay("other");

    private PostgresStorage over(HikariDataSource pool) {
        return PostgresStorage.of(ConnectionSource.of(pool)).inSchema(schema);
    }

    private static Shop host(PostgresStorage storage, Notifier notifier) {
        var options = new RelayOptions(BATCH, LEASE, 3, Duration.ofSeconds(10), Duration.ofMinutes(5), false);
        return Shop.over(storage, builder -> builder.notifier(notifier).relay(options));
    }

    @AfterEach
    void close() {
        onePool.close();
        otherPool.close();
    }

    /** Remembers what was delivered, in order, whoever did it. */
    private static class Heard implements Notifier {
        final List<String> ids = new ArrayList<>();
        final List<String> lines = new ArrayList<>();
        final Set<ConversationId> poisoned = new HashSet<>();

        private synchronized void hear(String id, ConversationId chat, String line) {
            if (poisoned.contains(chat)) {
                throw new IllegalStateException("told to fail");
            }
            ids.add(id);
            lines.add(line);
        }

        @Override
        public void toAgent(AgentNotification one) {
            hear(one.id().value(), one.conversation(), one.conversation() + " " + one.recipient() + " " + one.text());
        }

        @Override
        public void toCustomer(CustomerMessage one) {
            hear(one.id().value(), one.conversation(), one.conversation() + " " + one.recipient() + " " + one.text());
        }

        synchronized List<String> of(ConversationId chat, String recipient) {
            return lines.stream()
                    .filter(line -> line.startsWith(chat + " " + recipient + " "))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .filter(text -> !text.equals("null"))
                    .toList();
        }
    }

    private List<ConversationId> chats(int count) {
        var chats = Stream.generate(shop::assigned).limit(count).toList();
        drain(oneRelay);
        heard.ids.clear();
        heard.lines.clear();
        return chats;
    }

    private static void drain(Relay relay) {
        while (relay.pumpOnce() > 0) {
            // Until nothing is due.
        }
    }

    /** The customer writes a number, and the assignee replies with the same. */
    private void talk(List<ConversationId> chats, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (var chat : chats) {
                shop.collab.customer(Shop.CARL).write(chat, "" + round).orElseThrow();
                shop.collab.agent(Shop.ASHA).reply(chat, "" + round).orElseThrow();
            }
        }
    }

    private static List<String> numbers(int rounds) {
        return Stream.iterate(0, number -> number + 1)
                .limit(rounds)
                .map(String::valueOf)
                .toList();
    }

    @Test
    @DisplayName("B-71 P-35 share the work: each is delivered once, in order to one recipient, a batch at a time")
    void shared() throws Exception {
        var chats = chats(6);
        talk(chats, 5);

        var helper = CompletableFuture.supplyAsync(() -> pumped(otherRelay));
        int most = Math.max(pumped(oneRelay), helper.get(30, TimeUnit.SECONDS));
        drain(oneRelay);

        assertThat(most).isEqualTo(BATCH);
        assertThat(heard.ids).hasSize(6 * 5 * 2).doesNotHaveDuplicates();
        for (var chat : chats) {
            assertThat(heard.of(chat, "asha")).isEqualTo(numbers(5));
            assertThat(heard.of(chat, "carl")).isEqualTo(numbers(5));
        }
    }

    /** {@return the most at once} */
    private static int pumped(Relay relay) {
        int most = 0;
        for (int last = relay.pumpOnce(); last > 0; last = relay.pumpOnce()) {
            most = Math.max(most, last);
        }
        return most;
    }

    @Test
    @DisplayName("B-71 P-36 P-39 what one holds when it dies is another's after the lease, under the same id")
    void dies() {
        var chats = chats(3);
        talk(chats, 1);
        var dying = host(storage, new Heard() {
            @Override
            public void toCustomer(CustomerMessage message) {
                super.toCustomer(message);
                throw new InternalError("it died");
            }

            @Override
            public void toAgent(AgentNotification notification) {
                throw new InternalError("it died");
            }
        });

        assertThatThrownBy(() -> dying.collab.relay("dying").pumpOnce()).isInstanceOf(InternalError.class);
        drain(otherRelay);
        assertThat(heard.ids).as("the lease stands").hasSize(1);

        other.time.advance(LEASE.minusMillis(1));
        assertThat(otherRelay.pumpOnce()).isZero();
        other.time.advance(Duration.ofMillis(1));
        drain(otherRelay);
        assertThat(heard.ids).hasSize(3 * 2).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("B-71 P-39 what was delivered and not acknowledged is delivered again, under the same id")
    void again() {
        talk(chats(1), 1);
        var first = new Heard() {
            @Override
            public synchronized void toAgent(AgentNotification notification) {
                super.toAgent(notification);
                throw new InternalError("it died");
            }

            @Override
            public synchronized void toCustomer(CustomerMessage message) {
                super.toCustomer(message);
                throw new InternalError("it died");
            }
        };
        assertThatThrownBy(() -> host(storage, first).collab.relay("dying").pumpOnce())
                .isInstanceOf(InternalError.class);

        other.time.advance(LEASE);
        drain(otherRelay);

        assertThat(first.ids).hasSize(1);
        assertThat(heard.ids).hasSize(2).containsAll(first.ids);
    }

    @Test
    @DisplayName("B-72 P-40 what cannot be delivered does not delay the rest, and is parked at last")
    void poison() {
        var bad = chats(4 * BATCH);
        talk(bad, 1);
        var good = Stream.generate(shop::assigned).limit(2).toList();
        heard.poisoned.addAll(bad);
        talk(good, 2);

        int pumps = 0;
        while (heard.ids.size() < 2 * 2 * 2) {
            assertThat(oneRelay.pumpOnce()).isPositive();
            pumps++;
        }
        assertThat(pumps).as("all that is due, once").isLessThanOrEqualTo((2 * bad.size() + 8) / BATCH + 4);

        drain(oneRelay);
        for (int attempt = 2; attempt <= 3; attempt++) {
            one.time.advance(Duration.ofMinutes(1));
            drain(oneRelay);
        }
        assertThat(oneRelay.parked(null, 100)).hasSize(2 * bad.size());
        assertThat(heard.ids).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("P-35 a slow transaction's are delivered when it commits, though later ones went before")
    void slow() throws SQLException {
        var chats = chats(2);
        try (var serial = Server.dataSource().getConnection();
                var statement = serial.createStatement()) {
            statement.execute("ALTER TABLE " + schema + ".collab_outbox ADD COLUMN serial bigserial");
        }
        var poller = new Poller(schema);
        try (var connection = Server.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            var slow = PostgresStorage.of(ConnectionSource.joining(() -> connection))
                    .inSchema(schema);
            Shop.over(slow, builder -> builder)
                    .collab
                    .customer(Shop.CARL)
                    .write(chats.get(0), "slow")
                    .orElseThrow();
            talk(List.of(chats.get(1)), 3);
            poller.poll();
            drain(oneRelay);
            assertThat(heard.ids).hasSize(3 * 2);
            connection.commit();
        }
        poller.poll();
        drain(oneRelay);

        assertThat(heard.of(chats.get(0), "asha")).containsExactly("slow");
        assertThat(poller.seen)
                .as("who asks for what is greater than the last one")
                .hasSize(3 * 2);
    }

    /** Asks for what is greater than the last one it saw. */
    private static final class Poller {
        private final String schema;
        private final Set<Long> seen = new HashSet<>();
        private long last;

        Poller(String schema) {
            this.schema = schema;
        }

        void poll() throws SQLException {
            try (var connection = Server.dataSource().getConnection();
                    var statement = connection.createStatement();
                    var results = statement.executeQuery(
                            "SELECT serial FROM " + schema + ".collab_outbox WHERE serial > " + last)) {
                while (results.next()) {
                    seen.add(results.getLong(1));
                }
            }
            last = seen.stream().mapToLong(Long::longValue).max().orElse(last);
        }
    }
}
