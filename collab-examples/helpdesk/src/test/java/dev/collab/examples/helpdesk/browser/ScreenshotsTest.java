package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import dev.collab.examples.helpdesk.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the documents, always of the same moment.
 *
 * <p>They go to {@code target/screenshots}, and into the documents with {@code -Dcollab.screenshots.update=true}.
 */
@InBrowser
final class ScreenshotsTest {
    private static final Instant NOW = Instant.parse("2026-03-11T09:30:00Z");
    private static final Duration SEEDED_AGO = Duration.ofMinutes(7);
    private static final Pattern INSTANT =
            Pattern.compile("(?<=\")\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z(?=\")");
    private static final Pattern PERIOD = Pattern.compile("(?<=(?:from|until)=)[^&]+");

    private static final Path TAKEN = Path.of("target", "screenshots");
    private static final Path DOCUMENTS = project().resolve("docs");
    private static final Path KEPT = DOCUMENTS.resolve("images");
    private static final long MOST_BYTES = 250_000;

    private static Path project() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docs/behaviour.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    @Test
    @DisplayName("Each page has its picture in the documents, none is larger than it must be, and none is left over")
    void pictures(Stage stage) throws IOException {
        var shop = stage.shop();
        var boots = shop.conversation("carl", "Do the boots");
        var refund = shop.conversation("dana", "I sent two belts");
        var seeded = Instant.parse(shop.get("/api/customers/carl/conversations/" + boots)
                .get("openedAt")
                .asText());
        var shift = Duration.between(seeded.plus(SEEDED_AGO), NOW);
        story(shop, boots);

        take(stage, shift, "home", Look.DESK, "/", "main h1");
        take(stage, shift, "console", Look.DESK, "/console?as=asha&conversation=" + boots, ".entry.note");
        take(stage, shift, "console-dark", Look.DESK.dark(), "/console?as=asha&conversation=" + boots, ".entry.note");
        take(stage, shift, "console-phone", Look.PHONE, "/console?as=asha&conversation=" + boots, ".entry.note");
        take(stage, shift, "customer", Look.DESK, "/customer?as=carl&conversation=" + boots, "[data-testid=message]");
        take(
                stage,
                shift,
                "customer-phone",
                Look.PHONE,
                "/customer?as=carl&conversation=" + boots,
                "[data-testid=message]");
        take(
                stage,
                shift,
                "customer-mail",
                Look.DESK,
                "/customer?as=dana&conversation=" + refund,
                "[data-testid=mail]");
        take(stage, shift, "invitation", Look.DESK, "/console?as=sam&conversation=" + refund, ".is-whole");
        take(stage, shift, "settings", Look.DESK, "/settings?as=ada", "[data-testid=sentences] li");
        take(stage, shift, "who-sees-what", Look.DESK, "/who-sees-what?as=ada&conversation=" + boots, "tr.note");
        take(stage, shift, "attribution", Look.DESK, "/attribution?as=ada", "[data-testid=contributions] td");

        if (Boolean.getBoolean("collab.screenshots.update")) {
            Files.createDirectories(KEPT);
            for (var taken : files(TAKEN)) {
                Files.copy(taken, KEPT.resolve(taken.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(names(KEPT))
                .as("-Dcollab.screenshots.update=true takes them anew")
                .isEqualTo(names(TAKEN));
        var document = Files.readString(DOCUMENTS.resolve("helpdesk.md"));
        assertThat(names(TAKEN)).allSatisfy(name -> assertThat(document).contains("(images/" + name + ")"));
        for (var page : pages()) {
            assertThat(names(TAKEN)).as("a picture of " + page).contains(page.replace("index", "home"));
        }
        for (var taken : files(TAKEN)) {
            assertThat(Files.size(taken)).as(taken.toString()).isLessThan(MOST_BYTES);
        }
    }

    /** What Asha and Bo did before the pictures are taken. */
    private static void story(Client shop, String boots) {
        var asha = "/api/agents/asha/conversations/" + boots;
        var bo = "/api/agents/bo/conversations/" + boots;
        shop.post(asha + "/collaborators", "{\"agent\":\"bo\"}");
        shop.post(
                bo + "/notes",
                "{\"text\":\"Careful: the old round charger was recalled. Offer the USB-C one only.\",\"audience\":\"AGENTS\"}");
        shop.post(
                bo + "/replies",
                "{\"text\":\"The USB-C charger fits all our heated insoles. Shall I add one to your order?\"}");
        shop.post(
                "/api/customers/carl/conversations/" + boots + "/messages",
                "{\"text\":\"Yes, please. And size 43 then.\"}");
        shop.post(
                asha + "/notes",
                "{\"text\":\"Thanks @Bo Okafor, I change the order.\",\"audience\":\"AGENTS\",\"mentioned\":[\"bo\"]}");
    }

    private static void take(Stage stage, Duration shift, String name, Look look, String path, String sign) {
        var visit = stage.visit(look, "about:blank").expects("404");
        var page = visit.page();
        page.route("**/api/**", route -> inTime(route, shift));
        page.clock().setFixedTime(NOW.plusSeconds(30).toEpochMilli());
        page.navigate(path);
        assertThat(page.locator(sign).first()).isVisible();
        if (path.startsWith("/console")) {
            assertThat(visit.get("live")).hasText("Live");
        }
        page.evaluate("() => Promise.allSettled(document.getAnimations().map(one => one.finished))");
        page.evaluate("""
                () => {
                  const sums = document.querySelector('.sums');
                  if (sums) scrollTo(0, sums.getBoundingClientRect().top - 68);
                }""");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(TAKEN.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE));
    }

    /** Tells the page of a server in another time; streams carry none. */
    private static void inTime(Route route, Duration shift) {
        var url = route.request().url();
        if (url.endsWith("/events")) {
            route.resume();
            return;
        }
        var there = PERIOD.matcher(url)
                .replaceAll(found -> Instant.parse(found.group().replace("%3A", ":"))
                        .minus(shift)
                        .toString());
        var answer = route.fetch(new Route.FetchOptions().setUrl(there));
        var here = INSTANT.matcher(answer.text())
                .replaceAll(found -> Instant.parse(found.group()).plus(shift).toString());
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(here));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        return files(directory).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static List<String> pages() throws IOException {
        return files(Path.of("src/main/resources/pages")).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".html"))
                .map(name -> name.replace(".html", ".png"))
                .toList();
    }
}
