package dev.collab.examples.helpdesk.web;

import dev.collab.Collab;
import dev.collab.examples.helpdesk.People;
import dev.collab.examples.helpdesk.delivery.Deliveries;
import dev.collab.examples.helpdesk.live.Streams;
import dev.collab.examples.helpdesk.live.Wakes;
import dev.collab.spi.Storage;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Is the web server, on the loopback only. */
public final class Web implements AutoCloseable {
    private static final int LARGEST_REQUEST = 256 * 1024;

    private final Javalin server;

    /**
     * Prepares the server.
     *
     * @param collab whose desks answer
     * @param storage asked for what no desk says: the collision guard's setting and mutes
     * @param people who there is
     * @param deliveries what the notifier was handed
     * @param streams the open screens
     * @param wakes told of changed settings, of which the library gives no signal
     * @param storageName what to call the storage
     */
    public Web(
            Collab collab,
            Storage storage,
            People people,
            Deliveries deliveries,
            Streams streams,
            Wakes wakes,
            String storageName) {
        var shapes = new AgentShapes(people);
        var problems = new Problems(shapes);
        var requests = new Requests(problems);
        var agents = new AgentRoutes(collab, storage, deliveries, streams, requests, shapes);
        var admins = new AdminRoutes(collab, people, wakes, agents, requests, shapes);
        server = Javalin.create(config -> {
            configure(config);
            Guard.register(config.routes);
            problems.register(config.routes);
            agents.register(config.routes);
            new AgentCommands(collab, requests, shapes).register(config.routes);
            new CustomerRoutes(collab, people, new MailView(collab, people, deliveries), requests)
                    .register(config.routes);
            admins.register(config.routes);
            new DryRunRoutes(admins, requests, shapes).register(config.routes);
            new GridRoutes(collab, people, admins, requests, shapes).register(config.routes);
            new EventRoutes(streams, people).register(config.routes);
            new PeopleRoutes(people, storageName).register(config.routes);
            // Last, as it takes every path that is left.
            config.routes.get("/*", new Pages()::serve);
        });
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.host = "127.0.0.1";
        config.jetty.threadPool = new QueuedThreadPool(Streams.MOST_STREAMS + 32, 8);
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new Unparsed()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    /**
     * Starts.
     *
     * @param port where; 0 for any that is free
     * @return the port
     */
    public int start(int port) {
        return server.start(port).port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
