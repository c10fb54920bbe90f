package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the tests watch for is seen when it happens. */
@InBrowser
final class VisitTest {
    @Test
    @DisplayName("Errors of scripts and of the console, and what the security policy forbade, are troubles")
    void troubles(Stage stage) {
        var visit = stage.visit("/");
        assertThat(visit.page().locator("main h1")).isVisible();
        assertThat(visit.troubles()).isEmpty();

        visit.page().evaluate("() => { setTimeout(() => { throw new Error('thrown'); }); }");
        visit.page().evaluate("() => console.error('complained')");
        visit.page().evaluate("() => { try { document.body.innerHTML = '<b>'; } catch { /* forbidden */ } }");
        visit.page().evaluate("() => document.body.setAttribute('style', 'color: red')");
        visit.page().evaluate("() => fetch('http://127.0.0.1:9/').catch(() => {})");
        visit.page().waitForCondition(() -> visit.troubles().stream().anyMatch(one -> one.contains("connect-src")));
        for (var seen : new String[] {"thrown", "complained", "require-trusted-types-for", "style-src"}) {
            assertThat(visit.troubles())
                    .anySatisfy(trouble -> assertThat(trouble).contains(seen));
        }
        visit.expects("");
    }

    @Test
    @DisplayName("The tap hears a stream of events as it comes, and so does the browser")
    void stream(Stage stage) {
        var visit = stage.visit("/console?as=asha");
        assertThat(visit.get("live")).hasText("Live");
        assertThat(visit.tap().told()).contains("event: ready");
        assertThat(visit.tap().streams()).isEqualTo(1);
        assertThat(visit.events()).contains("ready {}");
        stage.shop().post("/api/admins/ada/inboxes/shop/disabling", "{}");
        visit.page().waitForCondition(() -> visit.events().contains("refresh {}"));
        assertThat(visit.tap().told()).contains("event: refresh");
    }
}
