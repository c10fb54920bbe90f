package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.collab.Collab;
import dev.collab.jdbc.Wire.Cut;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxSettings;
import dev.collab.model.NotificationId;
import dev.collab.model.SettingsChange;
import dev.collab.model.ViewerMark;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.spi.Outbox.Failure;
import dev.collab.spi.Storage;
import dev.collab.spi.StorageException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayName("What became of a change")
class OutcomeTest {
    private static final String SCHEMA = Server.freshSchema();
    private static final String COMMIT = "guard AS (";
    private static final String HELLO = "Hello?";
    private static final CommandKey KEY = new CommandKey("one");

    private final String tenant = Server.freshName("tenant");
    private final PostgresStorage direct = over(ConnectionSource.of(Server.dataSource()));
    private final ConversationId chat = Shop.open(direct).assigned();

    private Wire wire;
    private PostgresStorage wired;
    private Collab collab;

    private PostgresStorage over(ConnectionSource source) {
        return PostgresStorage.of(source).inSchema(SCHEMA).forTenant(tenant);
    }

    @BeforeEach
    void lay() throws IOException {
        wire = Wire.to(Server.dataSource().getPortNumbers()[0]);
        wired = over(ConnectionSource.of(wire.over(Server.dataSource())));
        collab = Shop.over(wired, builder -> builder).collab;
        // The version is checked once; no cut is to hit that.
        wired.inboxes().load(Shop.INBOX);
    }

    @AfterEach
    void takeUp() throws IOException {
        wire.close();
    }

    private long times() {
        return Said.times(direct, chat, HELLO);
    }

    @Test
    @DisplayName("P-28 is unknown if the reply to it is lost, and the same key answers what it did")
    void replyLost() {
        wire.cutNext(COMMIT, Cut.REPLY);

        assertUnknown(1);
    }

    @Test
    @DisplayName("P-28 is unknown if it is lost on its way, and the same key does it")
    void requestLost() {
        wire.cutNext(COMMIT, Cut.REQUEST);

        assertUnknown(0);
    }

    private void assertUnknown(int done) {
        var failure = catchThrowableOfType(
                CommandOutcomeUnknownException.class,
                () -> collab.customer(Shop.CARL).keyed(KEY).write(chat, HELLO));

        assertThat(failure.key()).isEqualTo(KEY);
        assertThat(failure.conversation()).isEqualTo(chat);
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        StorageException.class,
                        cause -> assertThat(cause.outcomeUnknown()).isTrue());
        assertThat(times()).isEqualTo(done);
        for (int retry = 1; retry <= 2; retry++) {
            collab.customer(Shop.CARL).keyed(KEY).write(chat, HELLO).orElseThrow();
            assertThat(times()).isOne();
        }
    }

    @Test
    @DisplayName("P-28 is unknown also for whoever gave no key, and the failure names the one to repeat")
    void keyOfItsOwn() {
        wire.cutNext(COMMIT, Cut.REPLY);

        var failure = catchThrowableOfType(
                CommandOutcomeUnknownException.class,
                () -> collab.agent(Shop.ASHA).reply(chat, HELLO));
        collab.agent(Shop.ASHA).keyed(failure.key()).reply(chat, HELLO).orElseThrow();

        assertThat(times()).isOne();
    }

    @Test
    @DisplayName("P-28 is nothing if what is lost is a read")
    void readLost() {
        for (var cut : Cut.values()) {
            wire.cutNext("collab_conversation c", cut);

            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> collab.customer(Shop.CARL).keyed(KEY).write(chat, HELLO))
                    .matches(failure -> !failure.outcomeUnknown());

            assertThat(times()).isZero();
        }
        assertThat(wire.cuts()).isEqualTo(2);
    }

    @Test
    @DisplayName("P-28 is nothing if there is no connection to be had")
    void noConnection() throws IOException {
        wire.close();

        changes()
                .forEach((name, change) -> assertThatExceptionOfType(StorageException.class)
                        .as(name)
                        .isThrownBy(() -> change.apply(wired))
                        .matches(failure -> !failure.outcomeUnknown()));
    }

    @Test
    @DisplayName("P-28 is unknown for every change of a store, wherever it is cut")
    void everyChange() {
        changes().forEach((name, change) -> {
            for (var cut : Cut.values()) {
                wire.cutNext("WITH ", cut);
                assertThatExceptionOfType(StorageException.class)
                        .as("%s, %s cut", name, cut)
                        .isThrownBy(() -> change.apply(wired))
                        .matches(StorageException::outcomeUnknown);
            }
        });
        assertThat(wire.cuts()).isEqualTo(2 * changes().size());
    }

    private Map<String, Function<Storage, Object>> changes() {
        var nobody = new NotificationId("nobody");
        var changes = new LinkedHashMap<String, Function<Storage, Object>>();
        changes.put(
                "commit",
                storage -> storage.conversations()
                        .commit(Next.of(direct.conversations()
                                .load(chat, null)
                                .orElseThrow()
                                .head())));
        changes.put("compareAndSet", storage -> storage.inboxes().compareAndSet(next()));
        changes.put(
                "mark",
                done(storage -> storage.conversations().mark(new ViewerMark(chat, ActorKind.AGENT, "asha", 1))));
        changes.put("mute", done(storage -> storage.conversations().mute(chat, Shop.ASHA, true)));
        changes.put("forgetReceipts", storage -> storage.conversations().forgetReceipts(Instant.EPOCH, 1));
        changes.put("claim", storage -> storage.outbox().claim("relay", Instant.EPOCH, Instant.EPOCH, 1));
        changes.put("acknowledge", storage -> storage.outbox().acknowledge(nobody, "relay"));
        changes.put("fail", storage -> storage.outbox().fail(nobody, "relay", new Failure(null)));
        changes.put("retry", storage -> storage.outbox().retry(nobody));
        return changes;
    }

    private interface Change {
        void on(Storage storage);
    }

    private static Function<Storage, Object> done(Change change) {
        return storage -> {
            change.on(storage);
            return true;
        };
    }

    private SettingsChange next() {
        var before = direct.inboxes().load(Shop.INBOX);
        var after = new InboxSettings(
                Shop.INBOX,
                before.revision() + 1,
                before.epoch(),
                before.invitationEpoch(),
                before.epochSince(),
                "Shop",
                before.collaboration(),
                before.conversations());
        return new SettingsChange(new AgentId("ada"), Instant.EPOCH, before, after);
    }

    @Test
    @DisplayName("P-28 is nothing if the server cancels it while it waits for another")
    void cancelled() throws Exception {
        try (var blocked = new Blocked(Server.dataSource(), SCHEMA, chat)) {
            var writer =
                    blocked.start(() -> collab.customer(Shop.CARL).keyed(KEY).write(chat, HELLO));
            blocked.end("pg_cancel_backend");

            assertThat(writer.failure()).isInstanceOfSatisfying(StorageException.class, failure -> {
                assertThat(failure.outcomeUnknown()).isFalse();
                assertThat(failure).hasMessageContaining("57014");
            });
        }
        assertThat(times()).isZero();
    }

    @Test
    @DisplayName("P-28 is unknown if the server hangs up on it, and the same key does it")
    void hungUp() throws Exception {
        try (var blocked = new Blocked(Server.dataSource(), SCHEMA, chat)) {
            var writer =
                    blocked.start(() -> collab.customer(Shop.CARL).keyed(KEY).write(chat, HELLO));
            blocked.end("pg_terminate_backend");

            assertThat(writer.failure())
                    .isInstanceOf(CommandOutcomeUnknownException.class)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .extracting(cause -> ((SQLException) cause).getSQLState())
                    .isEqualTo("57P01");
        }
        assertThat(times()).isZero();
        collab.customer(Shop.CARL).keyed(KEY).write(chat, HELLO).orElseThrow();
        assertThat(times()).isOne();
    }

    @Test
    @DisplayName("P-28 matters: a store that calls a lost reply a failure has it done twice")
    void control() {
        BiFunction<Storage, ConversationId, Long> sent = (storage, in) -> {
            wire.cutNext(COMMIT, Cut.REPLY);
            send(Shop.over(storage, builder -> builder).collab, in);
            return Said.times(direct, in, HELLO);
        };

        assertThat(sent.apply(wired, chat)).isEqualTo(1);
        assertThat(sent.apply(
                        Bent.denying(wired),
                        Shop.over(direct, builder -> builder).assigned()))
                .isEqualTo(2);
    }

    /** As a host does: what failed is sent again as something new, what is unknown under its key. */
    private static void send(Collab collab, ConversationId chat) {
        try {
            collab.customer(Shop.CARL).write(chat, HELLO);
        } catch (CommandOutcomeUnknownException unknown) {
            collab.customer(Shop.CARL).keyed(unknown.key()).write(chat, HELLO).orElseThrow();
        } catch (StorageException failed) {
            collab.customer(Shop.CARL).write(chat, HELLO).orElseThrow();
        }
    }
}
