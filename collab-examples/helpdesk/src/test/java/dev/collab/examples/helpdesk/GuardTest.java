package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GuardTest {
    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer",
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin");

    @RegisterExtension
    private final Open open = new Open();

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("A request of another site is refused, for reading and for acting, and nothing is done")
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1"
    })
    void otherSites(String header, String value) {
        var client = open.shop();
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        for (var refused : List.of(
                client.ask("GET", asha, null, header, value),
                client.ask("POST", asha + "/replies", "{\"text\":\"canary\"}", header, value))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("CROSS_SITE").doesNotContain("Carl");
        }
        assertThat(client.get(asha + "/timeline").toString()).doesNotContain("canary");
    }

    @Test
    @DisplayName("The host's own pages act, and a link from elsewhere opens a page")
    void ownPages() {
        var client = open.shop();
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        var own = client.ask(
                "POST",
                asha + "/replies",
                "{\"text\":\"Mine.\"}",
                "Sec-Fetch-Site",
                "same-origin",
                "Origin",
                "http://127.0.0.1:" + client.port());
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(client.ask("GET", "/", null, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(200);
        assertThat(client.ask("GET", asha, null, "Sec-Fetch-Site", "none").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("What a form of another page can send is refused before it is read")
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void forms(String type) {
        var client = open.shop();
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        var refused = client.ask("POST", asha + "/replies", "{\"text\":\"canary\"}", "Content-Type", type);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains("NOT_JSON");
        assertThat(client.get(asha + "/timeline").toString()).doesNotContain("canary");
    }

    @Test
    @DisplayName("A name somebody else owns does not lead here, a loopback name does")
    void names() {
        var client = open.shop();
        for (var name : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "10.0.0.1")) {
            assertThat(client.raw(request("GET /api/people", "Host: " + name)))
                    .as(name)
                    .startsWith("HTTP/1.1 421")
                    .doesNotContain("Asha");
        }
        for (var name : List.of("localhost", "127.0.0.1:8085", "[::1]:8085")) {
            assertThat(client.raw(request("GET /api/people", "Host: " + name)))
                    .as(name)
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static String request(String line, String... headers) {
        return line + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    @Test
    @DisplayName("Every kind of answer carries the strict headers, also what the server refuses to parse")
    void headers() {
        var client = open.shop();
        var here = "Host: localhost";
        var body = "x".repeat(300_000);
        var json = "Content-Type: application/json";
        var reply = "POST /api/agents/asha/conversations/x/replies";
        for (var answer : List.of(
                client.raw(request("GET /", here)),
                client.raw(request("GET /favicon.svg", here)),
                client.raw(request("HEAD /", here)),
                client.raw(request("GET /api/people", here)),
                client.raw(request("GET /nothing", here)),
                client.raw(request("GET /api/agents/asha/conversations/x", here)),
                client.raw(request("GET /api/people", "Host: evil.example")),
                client.raw(request("GET /api/people", here, "Sec-Fetch-Site: cross-site")),
                client.raw(request("DELETE /api/people", here)),
                client.raw(request(reply, here, json, "Content-Length: 300000") + body),
                client.raw(request("GET /%00", here)),
                client.raw(request("GET /", here, "X: " + "a".repeat(20_000))),
                client.raw(request("GET /")),
                client.raw("nonsense\r\n\r\n"))) {
            var head = answer.split("\r\n\r\n", 2)[0];
            assertThat(Arrays.asList(head.split("\r\n"))).as(head).containsAll(HEADERS);
            assertThat(head).doesNotContain("Server:");
            assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("\tat ");
        }
        var stream = client.listen("/api/agents/asha/events").response().headers();
        assertThat(stream.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(HEADERS.get(0)).endsWith(policy));
        assertThat(stream.firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    @DisplayName("What the API says is not kept by a browser")
    void caches() {
        var client = open.shop();
        assertThat(client.ask("GET", "/api/people", null).headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(client.ask("GET", "/api/nothing", null).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    @DisplayName("A request that is too large is refused")
    void size() {
        var client = open.shop();
        var refused = client.ask("POST", "/api/agents/asha/conversations/x/replies", "x".repeat(300_000));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("TOO_LARGE");
    }

    @Test
    @DisplayName("No path leads out of the pages")
    void paths() {
        var client = open.shop();
        for (var path : List.of(
                "/../simplelogger.properties",
                "/%2e%2e/simplelogger.properties",
                "/..%2fsimplelogger.properties",
                "/console/../../simplelogger.properties",
                "/simplelogger.properties",
                "//etc/passwd")) {
            assertThat(client.raw(request("GET " + path, "Host: localhost")))
                    .as(path)
                    .matches("(?s)HTTP/1.1 (400|404) .*")
                    .doesNotContain("simpleLogger", "root:");
        }
    }
}
