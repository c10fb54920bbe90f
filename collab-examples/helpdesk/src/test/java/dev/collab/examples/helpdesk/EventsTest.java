package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EventsTest {
    @RegisterExtension
    private final Open open = new Open();

    @Test
    @DisplayName("B-29 Who is added hears of it, and who is removed hears that it is gone, once, and then nothing more")
    void gone() {
        var client = open.shop();
        var boots = client.conversation("carl", "Do the boots");
        var asha = "/api/agents/asha/conversations/" + boots;
        var bo = client.listen("/api/agents/bo/events");
        bo.next("ready");
        client.post(asha + "/collaborators", "{\"agent\":\"bo\"}");
        assertThat(bo.next("changed").data()).contains(boots);
        assertThat(bo.next("notice").data()).contains("ADDED", boots);

        client.post(asha + "/collaborators/bo/removal", "{}");
        var farewell = bo.until("notice", "REMOVED");
        assertThat(farewell).extracting(EventSource.Event::name).containsOnlyOnce("gone");

        client.post(asha + "/replies", "{\"text\":\"Bo has left.\"}");
        client.post(asha + "/notes", "{\"text\":\"Bo has left.\"}");
        assertThat(untilTheQueue(client, bo)).isEmpty();
    }

    @Test
    @DisplayName("B-54 A stranger hears nothing of a conversation, neither its id nor that anything happened")
    void strangers() {
        var client = open.shop();
        var asha = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        var sam = client.listen("/api/agents/sam/events");
        sam.next("ready");
        client.post(asha + "/collaborators", "{\"agent\":\"bo\"}");
        client.post(asha + "/replies", "{\"text\":\"Not for Sam.\"}");
        client.post(asha + "/notes", "{\"text\":\"Not for Sam.\"}");
        assertThat(untilTheQueue(client, sam)).isEmpty();
    }

    /** Lets something happen that agents of accessories hear of; what they heard before it is the answer. */
    private static List<EventSource.Event> untilTheQueue(Client client, EventSource source) {
        var opened = client.post(
                "/api/customers/elif/conversations",
                "{\"channel\":\"LIVE_CHAT\",\"group\":\"accessories\",\"text\":\"Hello?\"}");
        var heard = source.until("changed", opened.get("id").asText());
        return heard.subList(0, heard.size() - 1);
    }

    @Test
    @DisplayName("B-38 A customer's stream says nothing of notes, collaborators and reading, only of what they see")
    void customers() {
        var client = open.shop();
        var boots = client.conversation("carl", "Do the boots");
        var asha = "/api/agents/asha/conversations/" + boots;
        var carl = client.listen("/api/customers/carl/events");
        carl.next("ready");
        client.post(asha + "/collaborators", "{\"agent\":\"bo\"}");
        client.post("/api/agents/bo/conversations/" + boots + "/notes", "{\"text\":\"canary\"}");
        client.post(asha + "/collaborators/bo/level", "{\"level\":\"ADVISER\"}");
        client.post(asha + "/collaborators/bo/removal", "{}");
        client.post("/api/admins/ada/inboxes/shop/disabling", "{}");
        // Another conversation of theirs: the first thing they hear is this, so of the rest they heard nothing.
        var opened = client.post(
                "/api/customers/carl/conversations",
                "{\"channel\":\"LIVE_CHAT\",\"group\":\"footwear\",\"text\":\"And laces?\"}");
        assertThat(carl.next())
                .isEqualTo(new EventSource.Event(
                        "changed", "{\"conversation\":\"" + opened.get("id").asText() + "\"}"));
        client.post(asha + "/replies", "{\"text\":\"For Carl.\"}");
        assertThat(carl.next()).isEqualTo(new EventSource.Event("changed", "{\"conversation\":\"" + boots + "\"}"));
    }

    @Test
    @DisplayName("A changed setting lets agents read everything again")
    void settings() {
        var client = open.shop();
        var asha = client.listen("/api/agents/asha/events");
        asha.next("ready");
        client.post("/api/admins/ada/inboxes/shop/disabling", "{}");
        asha.next("refresh");
    }

    @Test
    @DisplayName("Whoever comes back is told to read, and a thirteenth screen lets the first one go")
    void comesBack() {
        var client = open.shop();
        var first = client.listen("/api/agents/asha/events");
        first.next("ready");
        for (int screen = 2; screen <= 13; screen++) {
            client.listen("/api/agents/asha/events").next("ready");
        }
        assertThat(first.next()).isEqualTo(EventSource.END);
    }

    @Test
    @DisplayName("A host that stops ends all streams and does not wait for them")
    void stops() throws Exception {
        var helpdesk = Helpdesk.start(Store.of(""), 0);
        try (var client = new Client(helpdesk.port())) {
            var asha = client.listen("/api/agents/asha/events");
            asha.next("ready");
            long before = System.nanoTime();
            helpdesk.close();
            assertThat(asha.next()).isEqualTo(EventSource.END);
            assertThat(System.nanoTime() - before).isLessThan(8_000_000_000L);
        }
    }
}
