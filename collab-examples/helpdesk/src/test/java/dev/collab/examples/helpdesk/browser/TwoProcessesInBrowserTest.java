package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.examples.helpdesk.Client;
import dev.collab.examples.helpdesk.Helpdesk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two help desks, each a Java process of its own, on one PostgreSQL. */
@InBrowser
final class TwoProcessesInBrowserTest {
    private static EmbeddedPostgres database;
    private static Host left;
    private static Host right;

    /** Is one process. */
    private record Host(Process process, int port) {
        private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/console");

        static Process launch(String url) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Helpdesk.class.getName(),
                            "--db=" + url,
                            "--port=0")
                    .redirectErrorStream(true)
                    .start();
        }

        static Host opened(Process process) {
            var said = new StringBuilder();
            // Ends with the process; what it says later fits into the pipe.
            var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
            try {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    var port = PORT.matcher(line);
                    if (port.find()) {
                        return new Host(process, Integer.parseInt(port.group(1)));
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            throw new AssertionError("did not start: " + said);
        }

        void stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
        var url = database.getJdbcUrl("postgres", "postgres");
        var first = Host.launch(url);
        var second = Host.launch(url);
        left = Host.opened(first);
        right = Host.opened(second);
    }

    @AfterAll
    static void stop() throws Exception {
        left.stop();
        right.stop();
        database.close();
    }

    @Test
    @DisplayName("B-29 P-23 What is done in one process is on the screens of the other at once, removal too")
    void together(Stage stage) {
        assertThat(left.process().pid()).isNotEqualTo(right.process().pid());
        try (var client = new Client(left.port())) {
            var boots = client.conversation("carl", "Do the boots");
            var carl = stage.visit(left.port(), Look.DESK, "/customer?as=carl&conversation=" + boots);
            var asha = stage.visit(right.port(), Look.DESK, "/console?as=asha&conversation=" + boots);
            var bo = stage.visit(left.port(), Look.DESK, "/console?as=bo").expects("404");
            assertThat(asha.get("live")).hasText("Live");
            assertThat(carl.get("message")).hasCount(2);
            assertThat(bo.get("live")).hasText("Live");

            carl.writes("From the left.");
            assertThat(asha.entry("From the left.")).hasCount(1);
            asha.writes("reply", "From the right.");
            assertThat(carl.get("message").last()).containsText("From the right.");

            asha.adds("Bo", "bo");
            bo.get("list-collaborating").click();
            bo.page()
                    .locator("[data-testid=row][data-conversation='" + boots + "']")
                    .click();
            bo.writes("note", "A note from the left.");
            assertThat(asha.entry("A note from the left.")).containsText("Internal note");
            asha.get("remove").click();
            assertThat(bo.get("gone")).isVisible();
            assertThat(carl.placesOf("A note")).isEmpty();
        }
    }

    @Test
    @DisplayName("P-26 When a process dies, whoever goes to the other one finds all that was acknowledged")
    void dies(Stage stage) throws Exception {
        var url = database.getJdbcUrl("postgres", "postgres");
        var third = Host.opened(Host.launch(url));
        try (var client = new Client(right.port())) {
            var size = client.conversation("dana", "Do you have the trail runner");
            var dana = stage.visit(third.port(), Look.DESK, "/customer?as=dana&conversation=" + size);
            dana.expects("ERR_");
            dana.writes("Written just before the end.");
            assertThat(dana.get("message").last()).containsText("just before the end");
            assertThat(dana.get("composer")).hasValue("");
            third.process().destroyForcibly().waitFor();
            var again = stage.visit(right.port(), Look.DESK, "/customer?as=dana&conversation=" + size);
            assertThat(again.get("message").last()).containsText("just before the end");
            assertThat(again.get("message")).hasCount(2);
        } finally {
            third.stop();
        }
    }
}
