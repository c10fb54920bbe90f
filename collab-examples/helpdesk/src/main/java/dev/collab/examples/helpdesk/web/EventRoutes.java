package dev.collab.examples.helpdesk.web;

import dev.collab.examples.helpdesk.People;
import dev.collab.examples.helpdesk.live.Event;
import dev.collab.examples.helpdesk.live.EventStream;
import dev.collab.examples.helpdesk.live.Streams;
import dev.collab.examples.helpdesk.live.Watcher;
import dev.collab.model.AgentId;
import dev.collab.model.CustomerId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Writes events to browsers (server-sent events).
 *
 * <p>Each stream keeps the thread of its request, so that one slow browser holds up nobody else; how many there are is
 * bounded well below the server's threads.
 */
final class EventRoutes {
    /** Short enough for any idle timeout, and to notice that a browser is gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Streams streams;
    private final People people;

    EventRoutes(Streams streams, People people) {
        this.streams = streams;
        this.people = people;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/agents/{me}/events", context -> {
            var me = new AgentId(context.pathParam("me"));
            serve(context, people.agent(me).isPresent(), new Watcher.Agent(me));
        });
        routes.get("/api/customers/{me}/events", context -> {
            var me = new CustomerId(context.pathParam("me"));
            serve(context, people.name(me).isPresent(), new Watcher.Customer(me));
        });
    }

    private void serve(Context context, boolean known, Watcher watcher) throws IOException {
        if (!known) {
            throw new ProblemException(Problems.notFound());
        }
        var stream = streams.open(watcher)
                .orElseThrow(
                        () -> new ProblemException(Problem.of(503, "TOO_MANY_STREAMS", "Too many screens are open.")
                                .retry()));
        try {
            write(stream, context.res());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            // The browser left; nobody is to be told.
        } finally {
            streams.remove(watcher, stream);
        }
    }

    private static void write(EventStream stream, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream; charset=utf-8");
        var out = response.getOutputStream();
        while (!stream.isClosed()) {
            var events = stream.take(HEARTBEAT);
            // A comment, which browsers drop.
            out.write((events.isEmpty() ? ":\n\n" : frames(events)).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static String frames(List<Event> events) {
        var text = new StringBuilder();
        events.forEach(event -> text.append(event.frame()));
        return text.toString();
    }
}
