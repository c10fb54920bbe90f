package dev.collab.examples.helpdesk.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Is one person at their browser: a context of their own, with everything that goes wrong and all that comes in. */
final class Visit implements AutoCloseable {
    /** Reports what the browser forbade, and how far the page moved under the reader. */
    private static final String WATCH = """
            document.addEventListener('securitypolicyviolation',
                event => console.error(`violation of ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
            window.shifts = [];
            new PerformanceObserver(list => {
              for (const entry of list.getEntries()) {
                if (!entry.hadRecentInput) window.shifts.push({
                  value: entry.value,
                  what: entry.sources.map(source => source.node?.className || source.node?.nodeName).join(', '),
                });
              }
            }).observe({ type: 'layout-shift', buffered: true });
            """;

    private final Tap tap;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Visit(Browser browser, int port, Look look) {
        tap = new Tap(port);
        context = browser.newContext(look.options(tap.url()));
        context.addInitScript(WATCH);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> troubles.add("error in the page: " + error.error()));
        context.onRequest(request -> addresses.add(request.url()));
        page = watched(context.newPage());
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") || message.text().contains("violat")) {
            troubles.add(message.text() + " " + message.location());
        }
    }

    private Page watched(Page made) {
        CDPSession session = context.newCDPSession(made);
        session.send("Network.enable");
        session.on("Network.eventSourceMessageReceived", this::keep);
        return made;
    }

    private void keep(JsonObject event) {
        events.add(
                event.get("eventName").getAsString() + " " + event.get("data").getAsString());
    }

    void go(String path) {
        page.navigate(path);
    }

    /** Opens another tab of the same person. */
    Page tab(String path) {
        var tab = watched(context.newPage());
        tab.navigate(path);
        return tab;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Tap tap() {
        return tap;
    }

    /** Says that a trouble belongs to the test. */
    Visit expects(String trouble) {
        expected.add(Pattern.compile(trouble));
        return this;
    }

    /** {@return what went wrong: errors in scripts, in the console, and of the content security policy} */
    List<String> troubles() {
        // Lets the browser say what it has not yet said.
        context.pages().forEach(one -> one.evaluate("1"));
        var all = new ArrayList<String>();
        for (var trouble : troubles) {
            if (expected.stream().noneMatch(pattern -> pattern.matcher(trouble).find())) {
                all.add(trouble);
            }
        }
        for (var address : addresses) {
            if (!address.startsWith(tap.url() + "/")) {
                all.add("asked past the tap: " + address);
            }
        }
        return all;
    }

    /** {@return the events the browser says it got, by name and data} */
    List<String> events() {
        page.evaluate("1");
        return events;
    }

    /** {@return where this person could find a word: what is shown, what is stored, and what came over the wire} */
    List<String> placesOf(String word) {
        var places = new ArrayList<String>();
        for (var one : context.pages()) {
            look(places, word, "the DOM", one.content());
            look(
                    places,
                    word,
                    "fields",
                    String.valueOf(
                            one.evaluate(
                                    "() => [...document.querySelectorAll('input,textarea,select')].map(field => field.value).join('\\n')")));
            look(
                    places,
                    word,
                    "the storage",
                    String.valueOf(one.evaluate(
                            "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])")));
            look(
                    places,
                    word,
                    "cookies and databases",
                    String.valueOf(
                            one.evaluate(
                                    "async () => JSON.stringify([document.cookie, await indexedDB.databases(), await caches.keys()])")));
            look(
                    places,
                    word,
                    "the page source",
                    one.context().request().get(one.url()).text());
        }
        look(places, word, "the stream", String.join("\n", events()));
        look(places, word, "the wire", tap.told());
        return places;
    }

    private static void look(List<String> places, String word, String place, String text) {
        if (text.contains(word)) {
            places.add(place);
        }
    }

    Locator get(String testId) {
        return page.getByTestId(testId);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** {@return the entries of the open conversation that are of a type, as an agent sees them} */
    Locator entries(String type) {
        return page.locator("[data-testid=timeline] [data-testid=entry][data-type=" + type + "]");
    }

    /** {@return the entry of the timeline with a text} */
    Locator entry(String text) {
        return get("timeline").getByTestId("entry").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Writes as an agent, in the mode {@code reply} or {@code note}. */
    void writes(String mode, String text) {
        get("mode-" + mode).check();
        get("composer").fill(text);
        get("send").click();
    }

    /** Writes as a customer. */
    void writes(String text) {
        get("composer").fill(text);
        get("send").click();
    }

    void adds(String name, String id) {
        get("add-search").fill(name);
        page.locator("[role=option][data-id=" + id + "]").click();
    }

    /** {@return how far things moved by themselves since the page was opened} */
    double shift() {
        return ((Number) page.evaluate("() => window.shifts.reduce((sum, one) => sum + one.value, 0)")).doubleValue();
    }

    String shifts() {
        return Objects.toString(page.evaluate("() => JSON.stringify(window.shifts)"));
    }

    @Override
    public void close() {
        context.close();
        tap.close();
    }

    @Override
    public String toString() {
        return page.url();
    }
}
