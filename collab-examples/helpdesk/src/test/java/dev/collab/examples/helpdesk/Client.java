package dev.collab.examples.helpdesk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Talks to a help desk over HTTP, as a browser does. */
public final class Client implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<EventSource> sources = new ArrayList<>();
    private final int port;

    public Client(int port) {
        this.port = port;
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + text, broken);
        }
    }

    /** Asks, and wants an answer that is no problem. */
    public JsonNode get(String path) {
        return good(ask("GET", path, null));
    }

    /** Reads as a page does: again at each event, until what is wanted is there. */
    public JsonNode getWhen(Predicate<String> wanted, String path, EventSource events) {
        var answer = get(path);
        while (!wanted.test(answer.toString())) {
            events.next();
            answer = get(path);
        }
        return answer;
    }

    /** Does, and wants it done. */
    public JsonNode post(String path, String body) {
        return good(ask("POST", path, body));
    }

    public HttpResponse<String> ask(String method, String path, String body, String... headers) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request =
                HttpRequest.newBuilder(uri(path)).method(method, publisher).timeout(Duration.ofSeconds(10));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static JsonNode good(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return json(response.body());
    }

    public EventSource listen(String path) {
        var source = new EventSource(http, uri(path));
        sources.add(source);
        return source;
    }

    /** Sends bytes that no HTTP client would. */
    public String raw(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return port;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Finds a conversation of the seeded shop by its customer and the beginning of its subject or newest text. */
    public String conversation(String customer, String beginning) {
        for (var row : get("/api/customers/" + customer + "/conversations").get("rows")) {
            var id = row.get("id").asText();
            var first = get("/api/customers/" + customer + "/conversations/" + id + "/messages?limit=500")
                    .get("entries")
                    .get(0)
                    .get("text")
                    .asText();
            if (first.startsWith(beginning)) {
                return id;
            }
        }
        throw new AssertionError(customer + " wrote nothing that begins with " + beginning);
    }

    @Override
    public void close() {
        sources.forEach(EventSource::close);
    }
}
