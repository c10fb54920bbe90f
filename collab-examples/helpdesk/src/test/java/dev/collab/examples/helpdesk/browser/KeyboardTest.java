package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything goes without a mouse. */
@InBrowser
final class KeyboardTest {
    private static final int MOST_STEPS = 60;

    @Test
    @DisplayName("By keyboard alone Asha opens the chat, adds Bo, writes a note and replies, and Carl answers")
    void story(Stage stage) {
        var asha = stage.visit("/console?as=asha");
        assertThat(asha.get("row").first()).isVisible();
        var boots = asha.page().locator("[data-testid=row]:has-text('Carl Jensen')");
        steps(asha, "Tab", boots);
        asha.page().keyboard().press("Enter");
        assertThat(asha.entry("run small")).isVisible();
        assertThat(asha.page().locator(".conversation-head h2")).isFocused();

        steps(asha, "Tab", asha.get("add-search"));
        asha.page().keyboard().type("Bo");
        assertThat(asha.page().locator("[role=option]")).hasCount(1);
        asha.page().keyboard().press("ArrowDown");
        asha.page().keyboard().press("Enter");
        assertThat(asha.get("collaborators").locator("[data-agent=bo]")).isVisible();

        steps(asha, "Shift+Tab", asha.get("mode-reply"));
        asha.page().keyboard().press("ArrowRight");
        assertThat(asha.get("mode-note")).isChecked();
        steps(asha, "Tab", asha.get("composer"));
        asha.page().keyboard().type("Bo, can you take the charger?");
        asha.page().keyboard().press("Control+Enter");
        assertThat(asha.entry("can you take the charger")).containsText("Internal note");

        steps(asha, "Shift+Tab", asha.get("mode-note"));
        asha.page().keyboard().press("ArrowLeft");
        steps(asha, "Tab", asha.get("composer"));
        asha.page().keyboard().type("A colleague looks into the charger.");
        asha.page().keyboard().press("Control+Enter");
        assertThat(asha.entry("looks into the charger")).isVisible();

        var carl = stage.visit("/customer?as=carl");
        assertThat(carl.get("message").last()).containsText("looks into the charger");
        steps(carl, "Tab", carl.get("composer"));
        carl.page().keyboard().type("Thank you!");
        carl.page().keyboard().press("Enter");
        assertThat(carl.get("message").last()).containsText("Thank you!");
        assertThat(asha.entry("Thank you!")).isVisible();
    }

    @Test
    @DisplayName("A dialog takes the focus, Escape closes it, and the focus is back where it was")
    void dialog(Stage stage) {
        var boots = stage.shop().conversation("carl", "Do the boots");
        var asha = stage.visit("/console?as=asha&conversation=" + boots);
        var transfer = asha.get("act-transfer");
        assertThat(transfer).isVisible();
        steps(asha, "Tab", transfer);
        asha.page().keyboard().press("Enter");
        assertThat(asha.page().locator("dialog")).isVisible();
        assertThat(asha.page().locator("dialog :focus")).hasCount(1);
        asha.page().keyboard().press("Escape");
        asha.page().keyboard().press("Escape");
        assertThat(asha.page().locator("dialog")).hasCount(0);
        assertThat(transfer).isFocused();
    }

    /** Goes on until something has the focus; all that gets it on the way must be visible. */
    private static void steps(Visit visit, String key, Locator to) {
        for (int step = 0; step < MOST_STEPS; step++) {
            visit.page().keyboard().press(key);
            if ((boolean) to.evaluate("node => node === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError(key + " does not lead to " + to);
    }
}
