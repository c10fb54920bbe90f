package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AccessTest {
    @RegisterExtension
    private final Open open = new Open();

    private static final Map<String, String> ACTS = acts();

    private static Map<String, String> acts() {
        var acts = new LinkedHashMap<String, String>();
        acts.put("/replies", "{\"text\":\"x\"}");
        acts.put("/notes", "{\"text\":\"x\"}");
        acts.put("/collaborators", "{\"agent\":\"bo\"}");
        acts.put("/collaborators/bo/level", "{\"level\":\"OBSERVER\"}");
        acts.put("/collaborators/bo/removal", "{}");
        acts.put("/group-invitations", "{\"group\":\"returns\"}");
        acts.put("/group-invitations/returns/withdrawal", "{}");
        acts.put("/acceptance", "{}");
        acts.put("/refusal", "{}");
        acts.put("/join", "{}");
        acts.put("/leaving", "{}");
        acts.put("/claim", "{}");
        acts.put("/release", "{}");
        acts.put("/transfer", "{\"agent\":\"bo\"}");
        acts.put("/resolution", "{}");
        acts.put("/reopening", "{}");
        acts.put("/closure", "{}");
        acts.put("/reading", "{\"sequence\":1}");
        acts.put("/muting", "{\"muted\":true}");
        acts.put("/entries/1/redaction", "{}");
        return acts;
    }

    @Test
    @DisplayName("B-54 Each route answers an agent without access with the bytes of a conversation that does not exist")
    void strangers() {
        var client = open.shop();
        var id = client.conversation("carl", "Do the boots");
        for (var read : new String[] {"", "/timeline", "/candidates", "/invitation"}) {
            assertSame(client, "GET", "/api/agents/sam/conversations/", read, null, id);
        }
        ACTS.forEach((path, body) -> assertSame(client, "POST", "/api/agents/sam/conversations/", path, body, id));
    }

    @Test
    @DisplayName("B-43 Each route answers a customer for somebody else's conversation as for one that does not exist")
    void otherCustomers() {
        var client = open.shop();
        var id = client.conversation("carl", "Do the boots");
        for (var read : new String[] {"", "/messages", "/mail"}) {
            assertSame(client, "GET", "/api/customers/dana/conversations/", read, null, id);
        }
        var me = "/api/customers/dana/conversations/";
        assertSame(client, "POST", me, "/messages", "{\"text\":\"x\"}", id);
        assertSame(client, "POST", me, "/reading", "{\"sequence\":0}", id);
    }

    private static void assertSame(Client client, String method, String before, String after, String body, String id) {
        var unknown = "f".repeat(id.length());
        var hidden = client.ask(method, before + id + after, body);
        var absent = client.ask(method, before + unknown + after, body);
        assertThat(hidden.statusCode()).as(after).isEqualTo(404);
        assertThat(hidden.body()).as(after).contains("UNKNOWN_CONVERSATION").isEqualTo(absent.body());
        assertThat(withoutDate(hidden)).as(after).isEqualTo(withoutDate(absent));
    }

    private static Map<String, ?> withoutDate(HttpResponse<String> response) {
        var headers = new LinkedHashMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    @DisplayName("B-21 An invitee reads the invitation and nothing else")
    void invitees() {
        var client = open.shop();
        var refund = client.conversation("dana", "I sent two belts");
        var sam = "/api/agents/sam/conversations/" + refund;
        assertThat(client.get(sam + "/invitation").get("question").asText()).contains("second box");
        assertThat(client.get("/api/agents/sam/notices").get("invitations")).hasSize(1);
        assertThat(client.ask("GET", sam, null).statusCode()).isEqualTo(404);

        client.post(sam + "/acceptance", "{}");
        assertThat(client.get(sam).get("mine").asText()).isEqualTo("COLLABORATOR");
        assertThat(client.get("/api/agents/sam/notices").get("invitations")).isEmpty();
    }

    @Test
    @DisplayName("B-39 What a customer reads has no author and no note, also while agents write about them")
    void customers() {
        var client = open.shop();
        var id = client.conversation("carl", "Do the boots");
        client.post("/api/agents/asha/conversations/" + id + "/collaborators", "{\"agent\":\"bo\"}");
        var carl = "/api/customers/carl/conversations";
        var before = everything(client, carl, id);
        client.post("/api/agents/bo/conversations/" + id + "/notes", "{\"text\":\"canary-note\"}");
        assertThat(everything(client, carl, id))
                .isEqualTo(before)
                .doesNotContain("canary", "\"bo\"", "Okafor", "author");
    }

    private static String everything(Client client, String carl, String id) {
        return client.get(carl).get("rows").get(0)
                + client.get(carl + "/" + id).toString()
                + client.get(carl + "/" + id + "/messages")
                + client.get(carl + "/" + id + "/mail");
    }
}
