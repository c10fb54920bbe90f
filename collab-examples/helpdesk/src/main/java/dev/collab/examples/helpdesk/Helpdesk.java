package dev.collab.examples.helpdesk;

import dev.collab.Collab;
import dev.collab.examples.helpdesk.delivery.Mailroom;
import dev.collab.examples.helpdesk.delivery.Notice;
import dev.collab.examples.helpdesk.live.Sight;
import dev.collab.examples.helpdesk.live.Streams;
import dev.collab.examples.helpdesk.web.Web;
import dev.collab.notification.RelayRunner;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Is a small web host that embeds the library: a shop with live chats and e-mail tickets.
 *
 * <pre>{@code
 * mvn -q -pl collab-examples/helpdesk -am compile exec:java
 * mvn -q -pl collab-examples/helpdesk -am compile exec:java -Dexec.args=--db=embedded
 * mvn -q -pl collab-examples/helpdesk -am compile exec:java -Dexec.args="--db=jdbc:postgresql://localhost/collab --port=8086"
 * }</pre>
 *
 * <p>There is no login: whoever opens a page chooses who they are, as it listens on the loopback only.
 */
public final class Helpdesk implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Web web;
    private int port;

    /** Wires the library into the host; this constructor is what an adopter writes. */
    private Helpdesk(Store store) {
        var people = new People();
        var wakes = store.wakes();
        var deliveries = store.deliveries();
        var collab = Collab.builder()
                .storage(store.storage())
                .directory(people.directory())
                .signal(wakes.asSignal())
                .notifier(new Mailroom(deliveries, wakes))
                .build();
        new Shop(store.storage(), people).open();

        // Open screens hear of changes and read again, each at the desk of whoever sits before it.
        var streams = new Streams(Sight.of(collab), id -> deliveries.notice(id).map(Notice::told));
        wakes.hearWith(streams::hear);

        // The library starts no threads: the host drives what is delivered and what ends by time.
        var relay = new RelayRunner(collab.relay("helpdesk-" + UUID.randomUUID()), Duration.ofMillis(200));
        var housekeeping = new Housekeeping(collab, Duration.ofSeconds(5));

        web = new Web(collab, store.storage(), people, deliveries, streams, wakes, store.name());
        running.addAll(List.of(streams, web, housekeeping, relay, store));
    }

    /**
     * Starts and prints where.
     *
     * @param arguments {@code --db=URL}, {@code --db=embedded} or nothing for memory; {@code --port=NUMBER}
     */
    public static void main(String[] arguments) {
        var said = Arguments.of(arguments);
        if (said.isEmpty()) {
            System.err.println("usage: [--db=embedded | --db=JDBC-URL] [--port=NUMBER]");
            return;
        }
        var store = Store.of(said.get().database());
        try {
            var helpdesk = start(store, said.get().port());
            Runtime.getRuntime().addShutdownHook(new Thread(helpdesk::close, "helpdesk-close"));
            System.out.println(helpdesk.welcome(store));
        } catch (JavalinBindException taken) {
            System.err.println("port " + said.get().port() + " is taken; another one: --port=0");
        }
    }

    static Helpdesk start(Store store, int port) {
        var helpdesk = new Helpdesk(store);
        try {
            helpdesk.port = helpdesk.web.start(port);
            return helpdesk;
        } catch (RuntimeException failure) {
            helpdesk.close();
            throw failure;
        }
    }

    /** {@return where it listens} */
    int port() {
        return port;
    }

    private String welcome(Store store) {
        var here = "http://127.0.0.1:" + port;
        var other = store.url() == null
                ? ""
                : "%nFor a second one on the same database: --port=0 \"--db=%s\"%n"
                        .formatted(withoutPassword(store.url()));
        return """

                The help desk of %s is open (%s). Stop it with Ctrl-C.

                  %-46s who is here
                  %-46s an agent's console
                  %-46s a customer
                  %-46s an admin's settings
                  %-46s who sees which entry
                  %-46s who contributed what
                """.formatted(
                                People.SHOP_NAME,
                                store.name(),
                                here + "/",
                                here + "/console?as=asha",
                                here + "/customer?as=carl",
                                here + "/settings?as=ada",
                                here + "/who-sees-what?as=ada",
                                here + "/attribution?as=ada")
                + other;
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…");
    }

    /** Stops in the order that lets nobody write to what is closed. */
    @Override
    public void close() {
        for (var one : running) {
            try {
                one.close();
            } catch (Exception failure) {
                throw new IllegalStateException("could not stop", failure);
            }
        }
    }
}
