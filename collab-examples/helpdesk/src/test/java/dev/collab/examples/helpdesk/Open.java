package dev.collab.examples.helpdesk;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens help desks for a test and closes them after it. */
public final class Open implements AfterEachCallback {
    private final List<AutoCloseable> open = new ArrayList<>();

    /** {@return a client of a shop in memory} */
    public Client shop() {
        return shop(Store.of(""));
    }

    Client shop(Store store) {
        var helpdesk = Helpdesk.start(store, 0);
        var client = new Client(helpdesk.port());
        open.add(client);
        open.add(helpdesk);
        return client;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        closeAll();
    }

    /** Closes what a test outside of JUnit's care opened. */
    public void closeAll() throws Exception {
        for (var one : open) {
            one.close();
        }
        open.clear();
    }
}
