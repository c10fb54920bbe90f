package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ProblemTest {
    @RegisterExtension
    private final Open open = new Open();

    private static JsonNode problem(HttpResponse<String> response, int status, String reason) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Client.json(response.body());
        assertThat(problem.get("reason").asText()).isEqualTo(reason);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).isEqualTo("/problems#" + reason);
        assertThat(problem.get("title").asText()).isNotBlank();
        return problem;
    }

    @Test
    @DisplayName("B-40 A held reply shows what was missed, and passes with it as seen")
    void held() {
        var client = open.shop();
        var refund = client.conversation("dana", "I sent two belts");
        var noor = "/api/agents/noor/conversations/" + refund;
        client.post("/api/customers/dana/conversations/" + refund + "/messages", "{\"text\":\"Any news?\"}");
        var held = problem(client.ask("POST", noor + "/replies", "{\"text\":\"Soon.\",\"lastSeen\":3}"), 409, "HELD");
        var newest = held.get("missed").get(held.get("missed").size() - 1);
        assertThat(newest.get("text").asText()).isEqualTo("Any news?");
        long seen = newest.get("sequence").asLong();
        client.post(noor + "/replies", "{\"text\":\"Soon.\",\"lastSeen\":" + seen + "}");
    }

    @Test
    @DisplayName("B-65 Whoever claims second learns who was first")
    void claimed() {
        var client = open.shop();
        var size = client.conversation("dana", "Do you have");
        client.post("/api/agents/mika/conversations/" + size + "/claim", "{}");
        var late = problem(
                client.ask("POST", "/api/agents/ravi/conversations/" + size + "/claim", "{}"), 409, "ALREADY_ASSIGNED");
        assertThat(late.get("agents").get(0).asText()).isEqualTo("mika");
    }

    @Test
    @DisplayName("B-46 A refused mention lists whom, and B-4 a refused add says why each rule did not allow it")
    void listed() {
        var client = open.shop();
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        var mention = client.ask("POST", asha + "/notes", "{\"text\":\"@Sam\",\"mentioned\":[\"sam\"]}");
        assertThat(problem(mention, 422, "MENTION_REFUSED").get("agents").get(0).asText())
                .isEqualTo("sam");
        var unknown = client.ask("POST", asha + "/collaborators", "{\"agent\":\"nobody\"}");
        var refused = problem(unknown, 422, "CANDIDATE_UNAVAILABLE");
        assertThat(refused.get("rules").get(0).get("reasons").get(0).asText()).isEqualTo("CANDIDATE");
    }

    @Test
    @DisplayName("B-34 An observer who replies is refused, and B-51 a blank text too")
    void refused() {
        var client = open.shop();
        var refund = client.conversation("dana", "I sent two belts");
        problem(
                client.ask("POST", "/api/agents/asha/conversations/" + refund + "/replies", "{\"text\":\"x\"}"),
                403,
                "NOT_PERMITTED");
        problem(
                client.ask("POST", "/api/agents/noor/conversations/" + refund + "/replies", "{\"text\":\" \"}"),
                422,
                "TEXT_BLANK");
    }

    @Test
    @DisplayName("What can never be right is named, and what it says is not repeated")
    void arguments() {
        var client = open.shop();
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        var missing = problem(client.ask("POST", asha + "/replies", "{}"), 400, "INVALID_ARGUMENT");
        assertThat(missing.get("argument").asText()).isEqualTo("text");
        var level = client.ask("POST", asha + "/collaborators", "{\"agent\":\"bo\",\"level\":\"canary\"}");
        assertThat(problem(level, 400, "INVALID_ARGUMENT").get("argument").asText())
                .isEqualTo("level");
        assertThat(level.body()).doesNotContain("canary");
        problem(client.ask("POST", asha + "/replies", "{\"text\":"), 400, "INVALID_ARGUMENT");
        problem(client.ask("POST", asha + "/replies", "null"), 400, "INVALID_ARGUMENT");
        problem(client.ask("GET", asha + "/timeline?at=canary", null), 400, "INVALID_ARGUMENT");
        problem(client.ask("GET", asha + "/timeline?limit=0", null), 400, "INVALID_ARGUMENT");
        problem(client.ask("GET", "/api/agents/asha/conversations?list=canary", null), 400, "INVALID_ARGUMENT");
        problem(client.ask("POST", asha + "/transfer", "{}"), 400, "INVALID_ARGUMENT");
    }

    @Test
    @DisplayName("B-41 A failure that may have been a success names the key, and the same key resolves it")
    void unknownOutcome() {
        var fragile = new FragileStorage();
        var client = open.shop(fragile.store());
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        fragile.breakAfterCommit();
        var reply = "{\"text\":\"Once only.\"}";
        var failed = client.ask("POST", asha + "/replies", reply, "Idempotency-Key", "key-7");
        assertThat(problem(failed, 503, "OUTCOME_UNKNOWN").get("key").asText()).isEqualTo("key-7");
        fragile.mend();
        var again = client.ask("POST", asha + "/replies", reply, "Idempotency-Key", "key-7");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(client.get(asha + "/timeline?limit=100").toString().split("Once only", -1))
                .hasSize(2);
    }

    @Test
    @DisplayName("B-61 A broken storage is a problem to retry, without a trace of what is inside")
    void unavailable() {
        var fragile = new FragileStorage();
        var client = open.shop(fragile.store());
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        fragile.breakBeforeAnything();
        var failed = client.ask("GET", asha, null);
        assertThat(problem(failed, 503, "UNAVAILABLE").get("retryable").asBoolean())
                .isTrue();
        assertThat(failed.body()).doesNotContain("canary", "dev.collab", "Exception", "\tat ");
    }

    @Test
    @DisplayName("B-41 A retry with the same key is done once, and the same key with another text is a conflict")
    void retries() {
        var client = open.shop();
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        var first = client.ask("POST", asha + "/replies", "{\"text\":\"Twice?\"}", "Idempotency-Key", "key-1");
        var again = client.ask("POST", asha + "/replies", "{\"text\":\"Twice?\"}", "Idempotency-Key", "key-1");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var other = client.ask("POST", asha + "/replies", "{\"text\":\"Other.\"}", "Idempotency-Key", "key-1");
        problem(other, 409, "ID_CONFLICT");
        assertThat(client.get(asha + "/timeline").toString().split("Twice", -1)).hasSize(2);
    }

    @Test
    @DisplayName("Paths and people that there are not are the same problem for everybody")
    void nothingHere() {
        var client = open.shop();
        for (var path : new String[] {
            "/nothing", "/api/nothing", "/api/customers/nobody/conversations", "/api/agents/nobody/events"
        }) {
            problem(client.ask("GET", path, null), 404, "NOT_FOUND");
        }
    }
}
