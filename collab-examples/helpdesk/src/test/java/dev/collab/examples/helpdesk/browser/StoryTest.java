package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The story of the footwear chat, with Carl, Asha and Bo at their browsers at once. */
@InBrowser
final class StoryTest {
    private static final IsVisibleOptions AT_ONCE = new IsVisibleOptions().setTimeout(2_000);

    @Test
    @DisplayName(
            "B-37 B-38 P-3 P-6 Asha adds Bo, who notes and answers; Carl sees one conversation; removed, Bo is out")
    void footwear(Stage stage) {
        var boots = stage.shop().conversation("carl", "Do the boots");
        var carl = stage.visit("/customer?as=carl&conversation=" + boots);
        var asha = stage.visit("/console?as=asha&conversation=" + boots);
        var bo = stage.visit("/console?as=bo").expects("404");
        assertThat(bo.get("live")).hasText("Live");
        assertThat(bo.page().locator("[data-conversation='" + boots + "']")).hasCount(0);

        carl.writes("The charger has a round plug.");
        assertThat(asha.entry("round plug")).isVisible();

        asha.adds("Bo", "bo");
        var field = asha.get("collaborators").locator("[data-agent=bo]");
        assertThat(field).containsText("Bo Okafor");
        assertThat(field.locator("select")).hasValue("RESPONDER");

        bo.get("list-collaborating").click();
        bo.page()
                .locator("[data-testid=row][data-conversation='" + boots + "']")
                .click();
        assertThat(bo.entry("Do the boots run small")).isVisible();
        bo.writes("note", "Round plugs were recalled, Asha.");
        assertThat(asha.entry("Round plugs were recalled")).containsText("Internal note");
        bo.writes("reply", "Take the one with the flat plug.");
        assertThat(asha.entry("flat plug")).containsText("Bo Okafor");

        assertThat(carl.get("message").last()).containsText("flat plug");
        assertThat(carl.get("message").locator(".bubble-text").allTextContents())
                .containsExactly(
                        "Do the boots run small? And which charger fits?",
                        "Take one size up. The charger I have to ask for.",
                        "The charger has a round plug.",
                        "Take the one with the flat plug.");
        assertThat(numbers(carl.get("message")))
                .isEqualTo(IntStream.range(0, 4).boxed().toList());
        assertThat(carl.placesOf("recalled")).isEmpty();
        assertThat(carl.page().locator("main")).not().containsText("Bo");
        assertThat(carl.get("message").locator(".entry-author").allTextContents())
                .containsOnly("You", "Asha");

        field.getByTestId("remove").click();
        assertThat(bo.get("gone")).isVisible(AT_ONCE);
        assertThat(bo.page().locator("[data-testid=row][data-conversation='" + boots + "']"))
                .hasCount(0);
        assertThat(bo.page().locator("main")).not().containsText("flat plug");
        assertThat(bo.get("composer")).hasCount(0);
        assertThat(field).hasCount(0);

        asha.writes("reply", "One more thing: free returns.");
        assertThat(carl.get("message").last()).containsText("free returns");
        assertThat(bo.placesOf("free returns")).isEmpty();
    }

    private static List<Integer> numbers(Locator messages) {
        return messages.all().stream()
                .map(message -> Integer.valueOf(message.getAttribute("data-sequence")))
                .toList();
    }
}
