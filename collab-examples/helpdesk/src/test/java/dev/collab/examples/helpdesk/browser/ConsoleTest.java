package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import dev.collab.examples.helpdesk.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an agent can do, and what is taken from them while they look. */
@InBrowser
final class ConsoleTest {
    private static final IsVisibleOptions AT_ONCE = new IsVisibleOptions().setTimeout(2_000);
    private static final String SETTINGS = "/api/admins/ada/inboxes/shop/settings";

    private static String console(String who, String conversation) {
        return "/console?as=" + who + "&conversation=" + conversation;
    }

    @Test
    @DisplayName(
            "B-1 B-7 Switched off, the collaborator field is gone from an open console at once, and helpers are out")
    void switchedOff(Stage stage) {
        var boots = stage.shop().conversation("carl", "Do the boots");
        var asha = stage.visit(console("asha", boots));
        asha.adds("Bo", "bo");
        assertThat(asha.get("collaborator")).hasCount(1);
        var bo = stage.visit(console("bo", boots)).expects("404");
        assertThat(bo.entry("Do the boots run small")).isVisible();
        var ada = stage.visit("/settings?as=ada");

        ada.get("enabled").click();
        assertThat(ada.get("off-dialog")).containsText("Bo Okafor (responder)");
        ada.get("off-sure").click();
        assertThat(bo.get("gone")).isVisible(AT_ONCE);
        assertThat(asha.get("add-search")).not().isVisible();
        assertThat(asha.get("collaborator")).hasCount(0);
        assertThat(asha.get("why-not-add")).isVisible();
        assertThat(asha.get("composer")).isEnabled();

        ada.get("enabled").click();
        assertThat(asha.get("add-search")).isVisible();
        assertThat(asha.get("collaborator")).hasCount(0);
    }

    @Test
    @DisplayName(
            "B-21 A group's invitation shows its question and nothing else; who accepts is in, and it is gone for others")
    void accepts(Stage stage) {
        var shop = stage.shop();
        var refund = shop.conversation("dana", "I sent two belts");
        var sam = stage.visit(console("sam", refund)).expects("404");
        var ravi = stage.visit("/console?as=ravi");
        var whole = sam.page().locator(".conversation-pane [data-testid=invitation]");
        assertThat(whole).containsText("Who of you opened the second box?");
        assertThat(ravi.get("invitation")).hasCount(1);
        assertThat(sam.placesOf("two belts")).isEmpty();
        assertThat(sam.placesOf("delivery slip")).isEmpty();

        whole.getByTestId("accept").click();
        assertThat(sam.entry("two belts")).isVisible();
        assertThat(sam.entry("delivery slip")).isVisible();
        assertThat(sam.entry("third empty box")).hasCount(0);
        assertThat(sam.get("invitation")).hasCount(0);
        assertThat(ravi.get("invitation")).hasCount(0);
    }

    @Test
    @DisplayName("B-20 B-21 Where rules ask first, Bo is invited, declines with a reason, and Asha reads it")
    void declines(Stage stage) {
        var shop = stage.shop();
        askFirst(shop);
        var boots = shop.conversation("carl", "Do the boots");
        var asha = stage.visit(console("asha", boots));
        var bo = stage.visit("/console?as=bo");
        assertThat(bo.get("live")).hasText("Live");

        asha.page().locator(".add-more summary").click();
        asha.get("add-question").fill("Which charger fits?");
        asha.adds("Bo", "bo");
        assertThat(asha.get("pending")).containsText("Bo Okafor");
        assertThat(asha.get("collaborator")).hasCount(0);

        var invitation = bo.get("invitation").filter(new Locator.FilterOptions().setHasText("Which charger fits?"));
        invitation.getByTestId("decline").click();
        bo.page().keyboard().type("At lunch");
        invitation.locator(".declining button").click();
        assertThat(invitation).hasCount(0);
        assertThat(asha.get("pending")).hasCount(0);
        assertThat(asha.entries("EVENT").last()).containsText("At lunch");
    }

    private static void askFirst(Client shop) {
        var settings = shop.get(SETTINGS);
        for (var rule : settings.get("collaboration").get("rules")) {
            ((ObjectNode) rule).put("acceptance", "INVITATION");
        }
        var answer = shop.ask("PUT", SETTINGS, settings.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    @DisplayName("B-40 A reply that crossed a mail is held, shows what was missed, and goes out when sent anyway")
    void held(Stage stage) {
        var shop = stage.shop();
        var refund = shop.conversation("dana", "I sent two belts");
        var noor = stage.visit(console("noor", refund)).expects("ERR_FAILED").expects("409");
        assertThat(noor.entry("two belts")).isVisible();
        // So that it crosses for sure: Noor's page reads no news.
        noor.page().route("**/timeline*", route -> route.abort());
        shop.post(
                "/api/customers/dana/conversations/" + refund + "/messages",
                "{\"text\":\"The money has come, thank you!\"}");
        noor.writes("reply", "The money will come tomorrow.");
        assertThat(noor.get("held")).containsText("The money has come");
        assertThat(noor.get("composer")).hasValue("The money will come tomorrow.");
        noor.page().unroute("**/timeline*");

        noor.get("send-anyway").click();
        assertThat(noor.get("held")).isHidden();
        assertThat(noor.entry("The money will come tomorrow.")).hasCount(1);
        assertThat(noor.entry("The money has come")).hasCount(1);
        assertThat(noor.get("composer")).hasValue("");
    }

    @Test
    @DisplayName("Text stays text: markup in messages, notes, subjects, questions and reasons is shown as it was typed")
    void text(Stage stage) {
        var shop = stage.shop();
        var evil = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
        var json = "\"" + evil.replace("\"", "\\\"") + "\"";
        var id = shop.post(
                        "/api/customers/carl/conversations",
                        "{\"channel\":\"EMAIL_TICKET\",\"group\":\"footwear\",\"subject\":" + json + ",\"text\":" + json
                                + "}")
                .get("id")
                .asText();
        var path = "/api/agents/asha/conversations/" + id;
        shop.post(path + "/claim", "{}");
        shop.post(path + "/notes", "{\"audience\":\"AGENTS\",\"text\":" + json + "}");
        shop.post(path + "/group-invitations", "{\"group\":\"accessories\",\"question\":" + json + "}");
        var carl = stage.visit("/customer?as=carl&conversation=" + id);
        var asha = stage.visit(console("asha", id));
        var sam = stage.visit("/console?as=sam");
        var ada = stage.visit("/who-sees-what?as=ada&conversation=" + id);

        assertThat(carl.get("mail").locator(".mail-text")).hasText(evil);
        assertThat(asha.entries("MESSAGE").locator(".entry-text")).hasText(evil);
        assertThat(asha.entries("NOTE").locator(".entry-text")).hasText(evil);
        assertThat(asha.page().locator(".head-subject")).hasText(evil);
        assertThat(sam.get("invitation").filter(new Locator.FilterOptions().setHasText("onerror")))
                .hasCount(1);
        assertThat(ada.get("grid").locator("tr.note .what-text")).hasText(evil);
        for (var visit : new Visit[] {carl, asha, sam, ada}) {
            assertThat(visit.page().locator("img[src=x], main script")).hasCount(0);
            assertThat(visit.page().evaluate("() => 'hacked' in window")).isEqualTo(false);
        }
    }

    @Test
    @DisplayName("B-54 P-11 With another's conversation in the address, Sam gets the page of one that does not exist")
    void stranger(Stage stage) {
        var boots = stage.shop().conversation("carl", "Do the boots");
        assertThat(page(stage, "/console?as=sam&conversation=", boots, ".conversation-pane"))
                .contains("no such conversation")
                .isEqualTo(
                        page(stage, "/console?as=sam&conversation=", "f".repeat(boots.length()), ".conversation-pane"));
        assertThat(page(stage, "/customer?as=dana&conversation=", boots, ".customer-conversation"))
                .contains("no such conversation")
                .isEqualTo(page(
                        stage,
                        "/customer?as=dana&conversation=",
                        "f".repeat(boots.length()),
                        ".customer-conversation"));
    }

    private static String page(Stage stage, String address, String conversation, String part) {
        var visit = stage.visit(address + conversation).expects("404");
        var shown = visit.page().locator(part);
        assertThat(shown).containsText("no such conversation");
        assertThat(visit.placesOf("run small")).isEmpty();
        return shown.innerHTML();
    }
}
