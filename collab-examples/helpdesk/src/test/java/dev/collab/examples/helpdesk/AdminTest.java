package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AdminTest {
    private static final String SHOP = "/api/admins/ada/inboxes/shop";

    @RegisterExtension
    private final Open open = new Open();

    @Test
    @DisplayName("B-52 The grid says of each viewer what their own timeline shows them")
    void grid() {
        var client = open.shop();
        for (var row : client.get(SHOP + "/conversations").get("rows")) {
            var id = row.get("id").asText();
            var grid = client.get(SHOP + "/grid/" + id);
            var viewers = grid.get("viewers");
            assertThat(viewers).hasSize(10);
            for (int column = 0; column < viewers.size(); column++) {
                var seen = new ArrayList<String>();
                for (var line : grid.get("rows")) {
                    if (line.get("sees").get(column).asBoolean()) {
                        seen.add(said(line.get("entry")));
                    }
                }
                var viewer = viewers.get(column);
                assertThat(seen).as(viewer.toString()).isEqualTo(read(client, id, viewer));
            }
        }
    }

    private static List<String> read(Client client, String id, JsonNode viewer) {
        boolean customer = viewer.get("kind").asText().equals("CUSTOMER");
        var path = (customer ? "/api/customers/" : "/api/agents/")
                + viewer.get("id").asText() + "/conversations/" + id + (customer ? "/messages" : "/timeline")
                + "?limit=500";
        var read = new ArrayList<String>();
        var answer = client.ask("GET", path, null);
        if (answer.statusCode() == 200) {
            Client.json(answer.body()).get("entries").forEach(entry -> read.add(said(entry)));
        }
        return read;
    }

    private static String said(JsonNode entry) {
        return entry.get("type").asText() + " " + entry.get("at").asText() + " "
                + entry.path("text").asText();
    }

    @Test
    @DisplayName("Only admins of the inbox come here, and of all else they learn nothing more")
    void notForOthers() {
        var client = open.shop();
        var boots = client.conversation("carl", "Do the boots");
        for (var path : Set.of(
                "/settings",
                "/sentences",
                "/presets",
                "/history",
                "/attribution",
                "/conversations",
                "/grid/" + boots,
                "/grid/none")) {
            var refused = client.ask("GET", "/api/admins/ravi/inboxes/shop" + path, null);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).as(path).contains("NOT_PERMITTED").doesNotContain("Carl", "rules");
        }
        var settings = client.get(SHOP + "/settings").toString();
        assertThat(client.ask("PUT", "/api/admins/ravi/inboxes/shop/settings", settings)
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.ask("GET", SHOP + "/grid/none", null).body()).contains("UNKNOWN_CONVERSATION");
    }

    @Test
    @DisplayName("B-1 Of two edits of the same revision the second is refused, and history knows the first")
    void stale() {
        var client = open.shop();
        var read = client.get(SHOP + "/settings").toString();
        var edited = read.replace("\"limit\":10", "\"limit\":3");
        assertThat(edited).isNotEqualTo(read);
        assertThat(client.ask("PUT", SHOP + "/settings", edited).statusCode()).isEqualTo(200);
        var late = client.ask("PUT", SHOP + "/settings", read.replace("\"limit\":10", "\"limit\":4"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("STALE_SETTINGS");
        var newest = client.get(SHOP + "/history").get("changes").get(0);
        assertThat(newest.get("before").get("collaboration").get("limit").asInt())
                .isEqualTo(10);
        assertThat(newest.get("after").get("collaboration").get("limit").asInt())
                .isEqualTo(3);
        assertThat(newest.get("by").get("id").asText()).isEqualTo("ada");
    }

    @Test
    @DisplayName("Settings that are read are stored again as they were, each preset too")
    void roundTrip() {
        var client = open.shop();
        var settings = client.get(SHOP + "/settings");
        assertThat(Client.json(client.ask("PUT", SHOP + "/settings", settings.toString())
                        .body()))
                .isEqualTo(settings);
        var presets = client.get(SHOP + "/presets").get("presets");
        assertThat(presets).hasSize(6);
        for (var preset : presets) {
            var edited = (ObjectNode) client.get(SHOP + "/settings");
            edited.set("collaboration", preset.get("collaboration"));
            var stored = Client.json(
                    client.ask("PUT", SHOP + "/settings", edited.toString()).body());
            assertThat(stored.get("collaboration")).isEqualTo(preset.get("collaboration"));
        }
    }

    @Test
    @DisplayName("B-4 A dry run answers as the rules would, and changes nothing")
    void dryRun() {
        var client = open.shop();
        var before = client.get(SHOP + "/settings");
        var notes = preset(client, "notes-only");
        var supposed = "\"supposed\":{\"agent\":\"asha\",\"standing\":\"ASSIGNEE\",\"channel\":\"LIVE_CHAT\","
                + "\"group\":\"footwear\"}";
        var allowed = client.post(
                SHOP + "/dry-run/adding", "{\"collaboration\":" + notes + "," + supposed + ",\"candidate\":\"bo\"}");
        assertThat(allowed.get("allowed").asBoolean()).isTrue();
        assertThat(allowed.get("level").asText()).isEqualTo("ADVISER");
        var tooHigh = client.post(
                SHOP + "/dry-run/adding",
                "{\"collaboration\":" + notes + "," + supposed + ",\"candidate\":\"bo\",\"level\":\"RESPONDER\"}");
        assertThat(tooHigh.get("allowed").asBoolean()).isFalse();
        assertThat(tooHigh.get("reason").asText()).isEqualTo("LEVEL_TOO_HIGH");
        var found = client.post(
                SHOP + "/dry-run/candidates",
                "{\"collaboration\":" + preset(client, "peers-help") + "," + supposed + ",\"q\":\"\"}");
        var names = new HashSet<String>();
        found.get("candidates").forEach(one -> names.add(one.get("id").asText()));
        assertThat(names).containsExactlyInAnyOrder("mika", "ravi");
        var changes = client.post(SHOP + "/dry-run/changes", "{\"collaboration\":" + preset(client, "off") + "}");
        assertThat(changes.get("changes")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(client.get(SHOP + "/settings")).isEqualTo(before);
    }

    private static String preset(Client client, String id) {
        for (var preset : client.get(SHOP + "/presets").get("presets")) {
            if (preset.get("id").asText().equals(id)) {
                return preset.get("collaboration").toString();
            }
        }
        throw new AssertionError("no preset " + id);
    }

    @Test
    @DisplayName("B-74 Attribution counts what each collaborator wrote, and for how long they were there")
    void attribution() {
        var client = open.shop();
        for (var one : client.get(SHOP + "/attribution").get("contributions")) {
            if (one.get("agent").get("id").asText().equals("bo")
                    && one.get("level").asText().equals("RESPONDER")) {
                assertThat(one.get("replies").asInt()).isEqualTo(1);
                assertThat(one.get("notes").asInt()).isEqualTo(1);
                assertThat(one.get("toFirstWord").asText()).isEqualTo("PT1M");
                return;
            }
        }
        throw new AssertionError("Bo contributed nothing");
    }
}
