package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.collab.examples.helpdesk.live.PostgresWakes;
import dev.collab.examples.helpdesk.live.Wake;
import dev.collab.model.ConversationId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Two help desks on one database; in one process here, and sharing nothing else. */
final class TwoProcessesTest {
    private static EmbeddedPostgres database;
    private static String url;
    private static Helpdesk left;
    private static Helpdesk right;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
        url = database.getJdbcUrl("postgres", "postgres");
        // Both at once, as a deployment does.
        var first = CompletableFuture.supplyAsync(() -> Helpdesk.start(Store.of(url), 0));
        var second = CompletableFuture.supplyAsync(() -> Helpdesk.start(Store.of(url), 0));
        left = first.join();
        right = second.join();
    }

    @AfterAll
    static void stop() throws IOException {
        left.close();
        right.close();
        database.close();
    }

    @Test
    @DisplayName("B-41 Two that open the same shop at once tell its story once")
    void seed() {
        try (var a = new Client(left.port());
                var b = new Client(right.port())) {
            var all = "/api/agents/ada/conversations?limit=199";
            var rows = a.get(all).get("rows");
            var openings = new HashSet<String>();
            rows.forEach(row ->
                    assertThat(openings.add(opening(a, row))).as(row.toString()).isTrue());
            assertThat(openings).hasSizeGreaterThanOrEqualTo(9);
            assertThat(b.get(all).get("rows")).isEqualTo(rows);
            for (var row : rows) {
                assertOnce(a, row.get("id").asText());
            }
            var history = a.get("/api/admins/ada/inboxes/shop/history").get("changes");
            assertThat(history.get(history.size() - 1).get("revision").asInt()).isEqualTo(1);
        }
    }

    private static String opening(Client client, JsonNode row) {
        var path = "/api/agents/ada/conversations/" + row.get("id").asText() + "/timeline?limit=500";
        return row.get("customerName").asText() + ": "
                + client.get(path).get("entries").get(1).get("text").asText();
    }

    private static void assertOnce(Client client, String conversation) {
        var texts = new HashSet<String>();
        var path = "/api/agents/ada/conversations/" + conversation + "/timeline?limit=500";
        for (var entry : client.get(path).get("entries")) {
            if (entry.has("text") && !entry.get("type").asText().equals("EVENT")) {
                assertThat(texts.add(entry.get("text").asText()))
                        .as(entry.toString())
                        .isTrue();
            }
        }
        assertThat(texts).isNotEmpty();
    }

    @Test
    @DisplayName(
            "B-56 A message sent in one is on the screens of the other within a second, and mail is handed out once")
    void messages() {
        try (var a = new Client(left.port());
                var b = new Client(right.port())) {
            var boots = a.conversation("carl", "Do the boots");
            var asha = b.listen("/api/agents/asha/events");
            var carl = b.listen("/api/customers/carl/events");
            asha.next("ready");
            carl.next("ready");

            long before = System.nanoTime();
            a.post("/api/customers/carl/conversations/" + boots + "/messages", "{\"text\":\"From the left.\"}");
            asha.until("changed", boots);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            assertThat(b.get("/api/agents/asha/conversations/" + boots + "/timeline")
                            .toString())
                    .contains("From the left.");
            carl.until("changed", boots);

            a.post("/api/agents/asha/conversations/" + boots + "/replies", "{\"text\":\"To both.\"}");
            var mail = "/api/customers/carl/conversations/" + boots + "/mail";
            var mails = b.getWhen(text -> text.contains("To both"), mail, carl).toString();
            assertThat(mails.split("To both", -1)).hasSize(2);
            assertThat(a.get(mail)).isEqualTo(b.get(mail));
        }
    }

    @Test
    @DisplayName("B-1 A setting changed in one lets the screens of the other read everything again")
    void settings() {
        try (var a = new Client(left.port());
                var b = new Client(right.port())) {
            var asha = b.listen("/api/agents/asha/events");
            asha.next("ready");
            a.post("/api/admins/ada/inboxes/shop/enabling", "{}");
            asha.until("refresh", "");
        }
    }

    @Test
    @DisplayName("When its ear was cut off, a process comes back, lets everybody read again, and hears as before")
    void reconnects() throws SQLException {
        try (var a = new Client(left.port());
                var b = new Client(right.port())) {
            var asha = b.listen("/api/agents/asha/events");
            var dana = b.listen("/api/customers/dana/events");
            asha.next("ready");
            dana.next("ready");
            cutEars();
            asha.until("refresh", "");
            dana.until("ready", "");
            var opened = a.post(
                    "/api/customers/dana/conversations",
                    "{\"channel\":\"LIVE_CHAT\",\"group\":\"footwear\",\"text\":\"Still there?\"}");
            asha.until("changed", opened.get("id").asText());
        }
    }

    private static void cutEars() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'helpdesk listens'");
        }
    }

    @Test
    @DisplayName("A burst on one conversation is one notification in 50 ms at most")
    void coalesced() throws Exception {
        try (var ear = DriverManager.getConnection(url);
                var statement = ear.createStatement();
                var wakes = new PostgresWakes(database.getPostgresDatabase(), url)) {
            statement.execute("LISTEN helpdesk_wakes");
            var burst = Wake.agents(new ConversationId("burst"));
            long start = System.nanoTime();
            for (int time = 0; time < 2_000; time++) {
                wakes.send(burst);
            }
            long periods = Duration.ofNanos(System.nanoTime() - start).toMillis() / 50 + 1;
            wakes.send(Wake.agents(new ConversationId("last")));
            var heard = new ArrayList<String>();
            while (heard.stream().noneMatch(payload -> payload.contains("last"))) {
                for (var one : ear.unwrap(PGConnection.class).getNotifications(5_000)) {
                    heard.add(one.getParameter());
                }
            }
            assertThat(heard).filteredOn(payload -> payload.contains("burst")).hasSizeBetween(1, (int) periods + 1);
        }
    }
}
