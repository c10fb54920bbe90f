package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.jdbc.CrashLedger.Verdict;
import dev.collab.jdbc.CrashWriters.Told;
import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs each crash once, or as often as {@code -Dcollab.crash.runs} says, and prints what became of all commands. */
@Timeout(600)
@DisplayName("After a crash under load")
class CrashTest {
    private static final int RUNS = Integer.getInteger("collab.crash.runs", 1);
    private static final int CHATS = 6;
    private static final int ENOUGH = 300;

    /** The mistakes show soon. */
    private static final int FEW = 60;

    private static OwnServer own;

    @BeforeAll
    static void start() throws IOException {
        // The last two let only those lose something who do not wait for the log.
        own = OwnServer.start(
                Map.of("fsync", "on", "wal_writer_delay", "10s", "wal_writer_flush_after", "1GB", "autovacuum", "off"));
    }

    @AfterAll
    static void stop() throws IOException {
        own.close();
    }

    /** A schema with conversations in it. */
    private record Place(
            DataSource direct, String schema, PostgresStorage storage, Shop shop, List<ConversationId> chats) {
        static Place in(DataSource direct) {
            var schema = Server.freshName("crash");
            PostgresSchema.of(direct, schema).migrate();
            var storage = PostgresStorage.of(ConnectionSource.of(direct)).inSchema(schema);
            var shop = Shop.open(storage);
            return new Place(direct, schema, storage, shop, CrashLedger.open(shop, storage, CHATS));
        }

        Storage over(DataSource other) {
            return PostgresStorage.of(ConnectionSource.of(other)).inSchema(schema);
        }

        Verdict verdict(CrashLedger ledger, String what) {
            var verdict = ledger.verdict(shop.collab, storage, chats);
            System.out.println(what + ": " + verdict);
            return verdict;
        }
    }

    @Test
    @DisplayName("P-24 P-26 P-27 P-34 of a host nothing acknowledged is lost, and nothing is done or told twice")
    void hostKilled() throws Exception {
        for (int run = 1; run <= RUNS; run++) {
            assertGood(hostKilled(run, false));
        }
    }

    @Test
    @DisplayName("P-26 of a host that acknowledges what it is yet to store something is lost, and it is seen")
    void hostControl() throws Exception {
        assertThat(hostKilled(0, true).lost()).isPositive();
    }

    private static void assertGood(Verdict verdict) {
        assertThat(verdict.isGood()).as("%s", verdict).isTrue();
        assertThat(verdict.acknowledged()).isGreaterThanOrEqualTo(FEW);
    }

    private static Verdict hostKilled(int run, boolean tooEarly) throws Exception {
        var place = Place.in(Server.dataSource());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashWriters.class.getName(),
                Server.dataSource().getURL() + "&user=" + Server.dataSource().getUser(),
                place.schema(),
                "host" + run,
                Boolean.toString(tooEarly)));
        place.chats().forEach(chat -> command.add(chat.value()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var ledger = new CrashLedger();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var underWay = new HashSet<CrashCommand>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line, ledger, underWay);
                if (ledger.acknowledged() >= (tooEarly ? FEW : ENOUGH)) {
                    // The process itself would close what is still to be read.
                    process.toHandle().destroyForcibly();
                }
            }
            underWay.forEach(ledger::unknown);
        } finally {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        return place.verdict(ledger, "host killed, run " + run);
    }

    private static void heard(String line, CrashLedger ledger, Set<CrashCommand> underWay) {
        int blank = line.indexOf(' ');
        var command = CrashCommand.parse(line.substring(blank + 1)).orElseThrow();
        switch (line.substring(0, blank)) {
            case "started" -> underWay.add(command);
            case "acknowledged" -> ledger.acknowledged(command);
            case "unknown" -> ledger.unknown(command);
            case "unchanged" -> ledger.unchanged(command);
            default -> throw new AssertionError(line);
        }
        if (!line.startsWith("started")) {
            underWay.remove(command);
        }
    }

    @Test
    @DisplayName("P-24 P-26 P-27 P-34 of the server nothing acknowledged is lost, and nothing is done or told twice")
    void serverKilled() throws Exception {
        for (int run = 1; run <= RUNS; run++) {
            assertGood(serverKilled(run, own.dataSource()));
        }
    }

    @Test
    @DisplayName("P-26 of the server something is lost if commits do not wait for its log, and it is seen")
    void serverControl() throws Exception {
        var hasty = own.dataSource();
        hasty.setOptions("-c synchronous_commit=off");

        assertThat(serverKilled(0, hasty).lost()).isPositive();
    }

    private static Verdict serverKilled(int run, PGSimpleDataSource writers) throws Exception {
        var place = Place.in(own.dataSource());
        var ledger = new CrashLedger();
        try (var pool = CrashWriters.pool(writers)) {
            var shop = Shop.over(place.over(pool), builder -> builder);
            try (var written = CrashWriters.start("run" + run, shop.collab, place.chats(), Told.by(ledger))) {
                written.await(ledger, ENOUGH);
                own.kill();
                own.restart();
                // Those who wrote then go on by themselves.
                written.await(ledger, ledger.acknowledged() + FEW);
            }
        }
        return place.verdict(ledger, "server killed, run " + run);
    }

    @Test
    @DisplayName("P-24 P-27 P-28 P-34 of connections nothing acknowledged is lost, and nothing is done or told twice")
    void connectionsCut() throws Exception {
        for (int run = 1; run <= RUNS; run++) {
            var verdict = connectionsCut(run, storage -> storage);
            assertGood(verdict);
            assertThat(verdict.unknown()).isPositive();
        }
    }

    @Test
    @DisplayName("P-27 of connections something is done twice if commits forget their command, and it is seen")
    void twiceControl() throws Exception {
        assertThat(connectionsCut(0, Bent::forgetful).twice()).isPositive();
    }

    @Test
    @DisplayName("P-34 of connections notifications are missed if commits forget them, and it is seen")
    void missedControl() throws Exception {
        assertThat(connectionsCut(0, Bent::silent).missed()).isPositive();
    }

    private static Verdict connectionsCut(int run, UnaryOperator<Storage> bend) throws Exception {
        var place = Place.in(Server.dataSource());
        var ledger = new CrashLedger();
        try (var wire = Wire.to(Server.dataSource().getPortNumbers()[0], run);
                var pool = CrashWriters.pool(wire.over(Server.dataSource()))) {
            var shop = Shop.over(bend.apply(place.over(pool)), builder -> builder);
            // A pool whose very first connection is cut takes the driver for one that can do nothing.
            shop.collab.customer(Shop.CARL).view(place.chats().get(0)).orElseThrow();
            wire.cutAtRandom(0.02);
            try (var written = CrashWriters.start("cut" + run, shop.collab, place.chats(), Told.by(ledger))) {
                written.await(ledger, ENOUGH);
            }
        }
        return place.verdict(ledger, "connections cut, run " + run);
    }
}
