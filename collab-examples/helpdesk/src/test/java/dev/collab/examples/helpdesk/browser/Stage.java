package dev.collab.examples.helpdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.collab.examples.helpdesk.Client;
import dev.collab.examples.helpdesk.Open;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is where one test plays: a help desk of its own, and everybody who looks at it. */
final class Stage {
    private final Browser browser;
    private final Open open = new Open();
    private final List<Visit> visits = new ArrayList<>();
    private @Nullable Client shop;

    Stage(Browser browser) {
        this.browser = browser;
    }

    /** {@return the help desk, for what a test does without a browser} */
    Client shop() {
        if (shop == null) {
            shop = open.shop();
        }
        return shop;
    }

    /** Opens a page in a browser context of its own. */
    Visit visit(Look look, String path) {
        return visit(shop().port(), look, path);
    }

    Visit visit(String path) {
        return visit(Look.DESK, path);
    }

    /** Opens a page of another help desk. */
    Visit visit(int port, Look look, String path) {
        var visit = new Visit(browser, port, look);
        visits.add(visit);
        visit.go(path);
        return visit;
    }

    void assertNoTrouble() {
        for (var visit : visits) {
            assertThat(visit.troubles()).as(visit.toString()).isEmpty();
        }
    }

    /** Keeps what everybody saw when a test failed. */
    void keepPictures(Path directory) {
        int number = 0;
        for (var visit : visits) {
            for (var tab : visit.context().pages()) {
                tab.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(number++ + ".png")));
            }
        }
    }

    void close() throws Exception {
        visits.forEach(Visit::close);
        open.closeAll();
    }
}
