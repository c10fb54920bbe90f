package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads a stream of events as a browser does, without coming back when it ends. */
public final class EventSource implements AutoCloseable {
    /** Is said when the server ended the stream. */
    public static final Event END = new Event("(end)", "");

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;

    /** Is one event. */
    public record Event(String name, String data) {}

    EventSource(HttpClient http, URI uri) {
        try {
            response = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
        var thread = new Thread(this::read, "events of " + uri.getPath());
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        var name = "";
        try (var lines = new Scanner(response.body(), StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                var line = lines.nextLine();
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, line.substring(6)));
                }
            }
        }
        events.add(END);
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    /** Waits for the next event and wants it to be this one. */
    public Event next(String name) {
        var event = next();
        assertThat(event.name()).isEqualTo(name);
        return event;
    }

    public Event next() {
        try {
            var event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).as("an event within 10 seconds").isNotNull();
            return event;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Takes events up to and with the one that is wanted. */
    public List<Event> until(String name, String part) {
        var seen = new ArrayList<Event>();
        do {
            seen.add(next());
        } while (!last(seen).name().equals(name) || !last(seen).data().contains(part));
        return seen;
    }

    private static Event last(List<Event> seen) {
        var last = seen.get(seen.size() - 1);
        assertThat(last).as("events so far: %s", seen).isNotEqualTo(END);
        return last;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
