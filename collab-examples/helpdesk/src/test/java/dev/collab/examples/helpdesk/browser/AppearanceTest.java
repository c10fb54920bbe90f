package dev.collab.examples.helpdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages are accessible in light and dark, fit on a phone, do not jump, and tell local times. */
@InBrowser
final class AppearanceTest {
    private static final double MOST_SHIFT = 0.05;

    private static final String CONTRAST = "color-contrast";

    /** What moves in is looked at when it is there. */
    private static final String SETTLED = """
            () => Promise.allSettled(document.getAnimations()
                .filter(one => one.effect.getComputedTiming().iterations !== Infinity)
                .map(one => one.finished))""";

    private static final String LOOKING = ".is-looking";

    /** The pages whose like is among the others; that they fit is asked of all. */
    private static final Set<String> ALIKE = Set.of("as=sizer", "as=mika", "as=bo", "as=grace", "as=elif", "as=tom");

    private static Map<String, String> pages(Stage stage) {
        var boots = stage.shop().conversation("carl", "Do the boots");
        var refund = stage.shop().conversation("dana", "I sent two belts");
        var unbroken = stage.shop().conversation("grace", "Hello,");
        var chat = stage.shop().conversation("elif", "Merhaba!");
        // What to open, and what shows that it is there.
        var pages = new LinkedHashMap<String, String>();
        pages.put("/", "main h1");
        pages.put("/console?as=asha", "[data-testid=row]");
        pages.put("/console?as=sizer", "[data-testid=row]");
        pages.put("/console?as=asha&conversation=" + boots, "[data-testid=entry]");
        pages.put("/console?as=noor&conversation=" + refund, "[data-testid=entry]");
        pages.put("/console?as=mika&conversation=" + unbroken, "[data-testid=entry]");
        pages.put("/console?as=bo&conversation=" + chat, "[data-testid=entry]");
        pages.put("/console?as=sam&conversation=" + refund, ".conversation-pane [data-testid=invitation]");
        pages.put("/console?as=sam&conversation=" + boots, ".conversation-pane .empty");
        pages.put("/customer?as=carl", "[data-testid=row]");
        pages.put("/customer?as=carl&conversation=" + boots, "[data-testid=message]");
        pages.put("/customer?as=dana&conversation=" + refund, "[data-testid=mail]");
        pages.put("/customer?as=grace&conversation=" + unbroken, "[data-testid=mail]");
        pages.put("/customer?as=elif&conversation=" + chat, "[data-testid=message]");
        pages.put("/customer?as=tom", "[data-testid=row]");
        pages.put("/settings?as=ada", "[data-testid=sentences] li");
        pages.put("/who-sees-what?as=ada&conversation=" + refund, "[data-testid=grid] td");
        pages.put("/attribution?as=ada", "[data-testid=contributions] td");
        return pages;
    }

    private static void open(Page page, String path, String sign) {
        page.navigate(path);
        assertThat(page.locator(sign).first()).isVisible();
    }

    @Test
    @DisplayName("axe finds nothing on any page, in light and dark")
    void accessiblePages(Stage stage) {
        var found = new ArrayList<String>();
        for (var look : List.of(Look.DESK, Look.DESK.dark())) {
            var visit = stage.visit(look, "/").expects("404");
            pages(stage).forEach((path, sign) -> {
                if (ALIKE.stream().noneMatch(path::contains)) {
                    open(visit.page(), path, sign);
                    found.addAll(violations(visit.page(), look.scheme() + " " + path));
                }
            });
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    @DisplayName("axe finds nothing in what opens on a page: lists, menus, dialogs, drafts, complaints")
    void accessibleStates(ColorScheme scheme, Stage stage) {
        var look = scheme == ColorScheme.DARK ? Look.DESK.dark() : Look.DESK;
        var shop = stage.shop();
        var boots = shop.conversation("carl", "Do the boots");
        var refund = shop.conversation("dana", "I sent two belts");
        var found = new ArrayList<String>();

        var noor = stage.visit(look, "/console?as=noor&conversation=" + refund)
                .expects("ERR_FAILED")
                .expects("409");
        noor.get("mode-note").check();
        noor.get("audience").selectOption("NAMED");
        noor.get("composer").fill("@B");
        assertThat(noor.page().locator(".mentions [role=option]").first()).isVisible();
        found.addAll(violations(noor.page(), "mention"));
        noor.get("composer").fill("A note for nobody");
        noor.get("send").click();
        assertThat(noor.page().locator(".composer .complaint")).containsText("Choose at least one");
        noor.get("mode-reply").check();
        noor.page().route("**/timeline*", route -> route.abort());
        shop.post("/api/customers/dana/conversations/" + refund + "/messages", "{\"text\":\"Is there any news?\"}");
        noor.writes("reply", "Not yet.");
        assertThat(noor.get("held")).isVisible();
        found.addAll(violations(noor.page(), "held"));

        var asha = stage.visit(look, "/console?as=asha&conversation=" + boots);
        asha.get("add-search").fill("a");
        assertThat(asha.page().locator("[role=option]").first()).isVisible();
        assertThat(asha.page().locator(LOOKING)).hasCount(0);
        asha.page().keyboard().press("ArrowDown");
        assertThat(asha.page().locator("[role=option][aria-selected=true]")).hasCount(1);
        asha.page().locator(".add-more summary").evaluate("node => node.click()");
        found.addAll(violations(asha.page(), "candidates"));
        var held = new ArrayList<Route>();
        asha.page().route("**/candidates*", held::add);
        asha.get("add-search").fill("ash");
        assertThat(asha.page().locator(LOOKING)).isVisible();
        found.addAll(violations(asha.page(), "candidates being looked up"));
        asha.page().unroute("**/candidates*");
        held.forEach(Route::resume);
        asha.adds("Bo", "bo");
        assertThat(asha.get("toasts")).containsText("Bo Okafor");
        found.addAll(violations(asha.page(), "added"));
        asha.get("notices").click();
        found.addAll(violations(asha.page(), "notices"));
        asha.page().keyboard().press("Escape");
        asha.get("person").click();
        found.addAll(violations(asha.page(), "people"));
        asha.page().keyboard().press("Escape");
        asha.get("act-transfer").click();
        assertThat(asha.page().locator("dialog [role=option]").first()).isVisible();
        found.addAll(violations(asha.page(), "transfer"));

        var bo = stage.visit(look, "/console?as=bo&conversation=" + boots).expects("404");
        bo.get("composer").fill("Half a sentence");
        shop.post("/api/agents/asha/conversations/" + boots + "/collaborators/bo/removal", "{}");
        assertThat(bo.get("gone")).isVisible();
        found.addAll(violations(bo.page(), "gone"));

        var dana = stage.visit(look, "/customer?as=dana");
        dana.get("write-new").click();
        found.addAll(violations(dana.page(), "a new conversation"));

        var ada = stage.visit(look, "/settings?as=ada");
        ada.get("rule").first().locator("summary").click();
        ada.get("rule-name").first().fill("Another name");
        ada.get("try").click();
        assertThat(ada.get("try-result")).not().isEmpty();
        found.addAll(violations(ada.page(), "a rule and a dry run"));
        ada.get("enabled").click();
        assertThat(ada.get("off-dialog")).isVisible();
        found.addAll(violations(ada.page(), "switching off"));
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("Pages that cannot be read say so, offer to try again, and are accessible")
    void errors(Stage stage) {
        var found = new ArrayList<String>();
        for (var path : List.of(
                "/console?as=asha",
                "/customer?as=carl",
                "/settings?as=ada",
                "/who-sees-what?as=ada",
                "/attribution?as=ada")) {
            var visit = stage.visit("/").expects("ERR_FAILED");
            visit.page().route("**/api/**", route -> route.abort());
            open(visit.page(), path, "[data-testid=failed]");
            found.addAll(violations(visit.page(), "error of " + path));
            visit.page().unroute("**/api/**");
            visit.button("Try again").first().click();
            assertThat(visit.get("failed")).hasCount(0);
            assertThat(visit.page().locator("main h1, main h2").first()).isAttached();
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("Control: axe finds what is planted, in light and in dark")
    void control(Stage stage) {
        assertThat(planted(stage.visit("/")))
                .anySatisfy(one -> assertThat(one).contains("button-name"))
                .anySatisfy(one -> assertThat(one).contains(CONTRAST));
        assertThat(planted(stage.visit(Look.DESK.dark(), "/")))
                .anySatisfy(one -> assertThat(one).contains(CONTRAST));
    }

    private static List<String> planted(Visit visit) {
        assertThat(visit.page().locator("main h1")).isVisible();
        visit.page().evaluate("""
                () => {
                  const button = document.querySelector('main').appendChild(document.createElement('button'));
                  const pale = document.querySelector('main').appendChild(document.createElement('p'));
                  pale.textContent = 'Too pale to read';
                  pale.style.setProperty('color', '#777777');
                  pale.style.setProperty('background', '#888888');
                }""");
        return violations(visit.page(), "home");
    }

    private static List<String> violations(Page page, String where) {
        page.evaluate(SETTLED);
        var found = new ArrayList<String>();
        var axe = new AxeBuilder(page).setLegacyMode(true);
        if ((boolean) page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")) {
            // Only the colours are others.
            axe.withRules(List.of(CONTRAST));
        }
        for (var rule : axe.analyze().getViolations()) {
            for (var node : rule.getNodes()) {
                found.add(String.join(
                        " ",
                        where,
                        rule.getId(),
                        node.getTarget().toString(),
                        node.getHtml(),
                        node.getFailureSummary()));
            }
        }
        return found;
    }

    @Test
    @DisplayName("On a phone no page is wider than the screen, and what is touched is large enough")
    void phone(Stage stage) {
        var visit = stage.visit(Look.PHONE, "/").expects("404");
        pages(stage).forEach((path, sign) -> {
            visit.page().navigate(path);
            assertThat(visit.page().locator(sign).first()).isAttached();
            assertThat(overflow(visit.page())).as(path).isEqualTo(0);
        });
        var boots = stage.shop().conversation("carl", "Do the boots");
        visit.go("/console?as=asha&conversation=" + boots);
        visit.get("details").click();
        assertThat(visit.get("add-search")).isVisible();
        visit.adds("Bo", "bo");
        assertThat(visit.get("collaborator")).hasCount(1);
        assertThat(overflow(visit.page())).isEqualTo(0);
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    @Test
    @DisplayName("Nothing jumps: while a console and a chat are read and news comes in, the layout stays")
    void stable(Stage stage) {
        var boots = stage.shop().conversation("carl", "Do the boots");
        var asha = stage.visit("/console?as=asha&conversation=" + boots);
        var carl = stage.visit("/customer?as=carl&conversation=" + boots);
        assertThat(asha.entry("run small")).isVisible();
        assertThat(carl.get("message")).hasCount(2);
        stage.shop()
                .post("/api/customers/carl/conversations/" + boots + "/messages", "{\"text\":\"One more question.\"}");
        assertThat(asha.entry("One more question.")).isVisible();
        assertThat(carl.get("message")).hasCount(3);
        assertThat(asha.shift()).as(asha.shifts()).isLessThan(MOST_SHIFT);
        assertThat(carl.shift()).as(carl.shifts()).isLessThan(MOST_SHIFT);

        // Control: what jumps is measured.
        carl.page().evaluate("""
                () => {
                  const block = document.createElement('div');
                  block.style.setProperty('height', '300px');
                  document.body.prepend(block);
                }""");
        carl.page().waitForCondition(() -> carl.shift() > MOST_SHIFT);
    }

    @Test
    @DisplayName("Times are local, and midnight is no twenty-fourth hour")
    void times(Stage stage) {
        var berlin = stage.visit(Look.DESK, "/customer?as=carl");
        var chicago = stage.visit(Look.DESK.in("en-US", "America/Chicago"), "/customer?as=carl");
        assertThat(timeOfDay(berlin, "2026-01-01T23:05:00Z")).isEqualTo("00:05");
        assertThat(timeOfDay(berlin, "2026-07-01T13:05:00Z")).isEqualTo("15:05");
        assertThat(timeOfDay(chicago, "2026-01-01T23:05:00Z")).isEqualTo("5:05 PM");
        assertThat(timeOfDay(chicago, "2026-01-01T06:05:00Z")).isEqualTo("12:05 AM");
    }

    private static String timeOfDay(Visit visit, String instant) {
        var said = visit.page().evaluate("async at => (await import('/app/time.js')).timeOfDay(at)", instant);
        // Which space stands before AM and PM is the browser's.
        return String.valueOf(said).replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
