package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.examples.helpdesk.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No note reaches the customer's browser, in whatever way it could: shown, stored, sent, or told as an event. */
@InBrowser
final class CanaryTest {
    private static final String NOTE = "/notes";

    @Test
    @DisplayName(
            "B-38 B-39 B-45 B-46 B-48 P-2 Notes of every audience, also redacted, are nowhere in the customer's browser")
    void notes(Stage stage) {
        var shop = stage.shop();
        var boots = shop.conversation("carl", "Do the boots");
        var charger = shop.conversation("carl", "The charger gets hot");
        var carl = stage.visit("/customer?as=carl&conversation=" + boots);
        var ticket = carl.tab("/customer?as=carl&conversation=" + charger);
        assertThat(carl.get("message")).hasCount(2);
        assertThat(ticket.getByTestId("mail")).hasCount(4);
        var asha = stage.visit("/console?as=asha&conversation=" + boots);
        asha.adds("Bo", "bo");
        var bo = stage.visit("/console?as=bo&conversation=" + boots);

        bo.writes("note", "canary-of-bo <b>for all</b>");
        assertThat(asha.entry("canary-of-bo")).isVisible();
        asha.writes("note", "canary-mention for @Bo Okafor");
        assertThat(bo.entry("canary-mention")).isVisible();
        noteByHttp(shop, "bo", boots, "canary-assignee", "\"audience\":\"ASSIGNEE\"");
        noteByHttp(shop, "asha", boots, "canary-named", "\"audience\":\"NAMED\",\"named\":[\"bo\"]");
        noteByHttp(shop, "sam", charger, "canary-ticket", "\"audience\":\"AGENTS\"");
        redact(shop, boots, asha);
        var draft = "canary-draft that is not sent";
        asha.get("composer").fill(draft);

        // Work that Carl sees, after all that he must not: what came before it has come.
        bo.writes("reply", "The last word to Carl.");
        assertThat(carl.get("message").last()).containsText("The last word");
        shop.post("/api/agents/sam/conversations/" + charger + "/reopening", "{}");
        shop.post("/api/agents/sam/conversations/" + charger + "/replies", "{\"text\":\"The last mail to Carl.\"}");
        assertThat(ticket.getByTestId("mail").last()).containsText("The last mail");
        carl.page().reload();
        assertThat(carl.get("message").last()).containsText("The last word");

        assertThat(carl.placesOf("canary")).isEmpty();
        // The same eyes see it where it belongs, and what belongs to Carl.
        assertThat(asha.placesOf("canary-of-bo")).containsExactly("the DOM", "the wire");
        assertThat(asha.placesOf("canary-draft")).contains("fields", "the storage");
        assertThat(bo.placesOf("canary-assignee")).contains("the wire");
        assertThat(carl.placesOf("The last word")).contains("the DOM", "the wire");
        assertThat(carl.placesOf(charger)).contains("the stream", "the wire");
        assertThat(carl.events()).contains("changed {\"conversation\":\"" + boots + "\"}");
    }

    private static void noteByHttp(Client shop, String who, String conversation, String text, String audience) {
        shop.post(
                "/api/agents/" + who + "/conversations/" + conversation + NOTE,
                "{\"text\":\"%s\",%s}".formatted(text, audience));
    }

    private static void redact(Client shop, String conversation, Visit asha) {
        var path = "/api/agents/asha/conversations/" + conversation;
        var sequence = shop.post(path + NOTE, "{\"text\":\"canary-redacted\",\"audience\":\"AGENTS\"}")
                .get("sequence");
        assertThat(asha.entry("canary-redacted")).isVisible();
        shop.post(path + "/entries/" + sequence + "/redaction", "{}");
        assertThat(asha.entry("canary-redacted")).hasCount(0);
    }

    @Test
    @DisplayName("P-2 Control: a leak is found in the DOM, in fields, in storage, in the stream, and on the wire")
    void control(Stage stage) {
        var shop = stage.shop();
        var carl = stage.visit("/customer?as=carl&conversation=" + shop.conversation("carl", "Do the boots"));
        assertThat(carl.get("message")).hasCount(2);
        assertThat(carl.placesOf("canary")).isEmpty();

        carl.page().evaluate("() => document.querySelector('main').setAttribute('data-leak', 'canary-attribute')");
        assertThat(carl.placesOf("canary-attribute")).containsExactly("the DOM");
        carl.get("composer").fill("canary-field");
        assertThat(carl.placesOf("canary-field")).contains("fields");
        carl.page().evaluate("() => sessionStorage.setItem('leak', 'canary-storage')");
        assertThat(carl.placesOf("canary-storage")).containsExactly("the storage");
        carl.page().evaluate("() => fetch('/no/such/canary-address').catch(() => {})");
        assertThat(carl.tap().asked()).contains("canary-address");
        // A customer's conversation goes out in the answer, and in an event its id.
        var opened = shop.post(
                "/api/customers/carl/conversations",
                "{\"channel\":\"LIVE_CHAT\",\"group\":\"footwear\",\"text\":\"canary-answer\"}");
        assertThat(carl.get("row").first()).containsText("canary-answer");
        assertThat(carl.placesOf("canary-answer")).contains("the DOM", "the wire");
        assertThat(carl.placesOf(opened.get("id").asText())).contains("the stream", "the wire");
        carl.expects("404");
    }

    @Test
    @DisplayName("P-2 Control: what only the wire carries is found, too")
    void planted(Stage stage) {
        var boots = stage.shop().conversation("carl", "Do the boots");
        var carl = stage.visit("/customer?as=carl");
        assertThat(carl.placesOf("canary7")).isEmpty();
        carl.tap().plant("nosniff", "canary7");
        carl.go("/customer?as=carl&conversation=" + boots);
        assertThat(carl.get("message")).hasCount(2);
        assertThat(carl.placesOf("canary7")).containsExactly("the wire");
    }
}
