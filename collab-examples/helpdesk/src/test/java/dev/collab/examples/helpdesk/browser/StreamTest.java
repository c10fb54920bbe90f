package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.collab.examples.helpdesk.Client;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Open screens follow what happens: over one stream for each person, and without loss when it breaks. */
@InBrowser
final class StreamTest {
    private static final HasTextOptions PATIENT = new HasTextOptions().setTimeout(20_000);

    @Test
    @DisplayName("Two tabs of one person share one stream, and the other takes over when the first closes")
    void tabs(Stage stage) {
        var shop = stage.shop();
        var boots = shop.conversation("carl", "Do the boots");
        var asha = stage.visit("/console?as=asha&conversation=" + boots);
        assertThat(asha.get("live")).hasText("Live");
        var second = asha.tab("/console?as=asha&conversation=" + boots);
        assertThat(second.getByTestId("live")).hasText("Live");
        writes(shop, boots, "To both tabs.");
        assertThat(asha.entry("To both tabs.")).hasCount(1);
        assertThat(second.getByTestId("timeline")).containsText("To both tabs.");
        assertThat(asha.tap().streams()).isEqualTo(1);

        asha.page().close();
        second.waitForCondition(() -> asha.tap().asked().split("GET /api/agents/asha/events ", -1).length == 3);
        assertThat(second.getByTestId("live")).hasText("Live");
        writes(shop, boots, "To the one that is left.");
        assertThat(second.getByTestId("timeline")).containsText("To the one that is left.");
        second.waitForCondition(() -> asha.tap().streams() == 1);
    }

    @Test
    @DisplayName("After a reload everything is there once, and a draft too")
    void reload(Stage stage) {
        var shop = stage.shop();
        var boots = shop.conversation("carl", "Do the boots");
        var asha = stage.visit("/console?as=asha&conversation=" + boots);
        var carl = stage.visit("/customer?as=carl&conversation=" + boots);
        carl.writes("Before the reload.");
        assertThat(asha.entry("Before the reload.")).hasCount(1);
        asha.get("composer").fill("Half a sen");
        asha.page().reload();
        assertThat(asha.entry("Before the reload.")).hasCount(1);
        assertThat(asha.get("composer")).hasValue("Half a sen");
        writes(shop, boots, "After the reload.");
        assertThat(asha.entry("After the reload.")).hasCount(1);
        carl.page().reload();
        assertThat(carl.get("message").last()).containsText("After the reload.");
        assertThat(carl.get("message")).hasCount(4);
        assertOnce(asha.page());
    }

    @Test
    @DisplayName("P-24 When the line was cut, both sides come back by themselves, without loss and without doubles")
    void reconnect(Stage stage) {
        var shop = stage.shop();
        var boots = shop.conversation("carl", "Do the boots");
        var asha = stage.visit("/console?as=asha&conversation=" + boots).expects("ERR_");
        var carl = stage.visit("/customer?as=carl&conversation=" + boots).expects("ERR_");
        assertThat(asha.get("live")).hasText("Live");
        assertThat(carl.get("message")).hasCount(2);
        assertThat(asha.entries("REPLY")).hasCount(1);

        asha.tap().cut();
        carl.tap().cut();
        assertThat(asha.get("live")).hasText("Reconnecting");
        for (int message = 1; message <= 5; message++) {
            writes(shop, boots, "While away: " + message);
        }
        shop.post("/api/agents/asha/conversations/" + boots + "/replies", "{\"text\":\"Answered from elsewhere.\"}");
        asha.tap().mend();
        carl.tap().mend();
        assertThat(asha.get("live")).hasText("Live", PATIENT);
        assertThat(asha.entry("While away")).hasCount(5);
        assertThat(asha.entry("Answered from elsewhere.")).hasCount(1);
        assertThat(carl.get("message").last())
                .hasText(java.util.regex.Pattern.compile("Answered from elsewhere"), PATIENT);
        assertThat(carl.get("message")).hasCount(8);
        assertOnce(asha.page());
    }

    @Test
    @DisplayName("B-41 P-27 A reply whose answer was lost is sent again by itself and takes effect once")
    void lostAnswer(Stage stage) {
        var boots = stage.shop().conversation("carl", "Do the boots");
        var asha = stage.visit("/console?as=asha&conversation=" + boots).expects("ERR_");
        var carl = stage.visit("/customer?as=carl&conversation=" + boots);
        assertThat(asha.entries("REPLY")).hasCount(1);
        var lost = new java.util.concurrent.atomic.AtomicInteger();
        asha.page().route("**/replies", route -> {
            if (lost.getAndIncrement() == 0) {
                route.fetch();
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        asha.writes("reply", "Said once.");
        assertThat(asha.entry("Said once.")).hasCount(1);
        assertThat(asha.get("composer")).hasValue("");
        assertThat(carl.get("message").last()).containsText("Said once.");
        assertThat(carl.get("message")).hasCount(3);
        assertThat(lost).hasValue(2);
    }

    private static void writes(Client shop, String conversation, String text) {
        shop.post("/api/customers/carl/conversations/" + conversation + "/messages", "{\"text\":\"" + text + "\"}");
    }

    private static void assertOnce(Page page) {
        var numbers = page.locator("[data-testid=timeline] [data-testid=entry]").all().stream()
                .map(entry -> Integer.valueOf(entry.getAttribute("data-sequence")))
                .toList();
        assertThat(numbers).doesNotHaveDuplicates().isSorted().isNotEqualTo(List.of());
    }
}
