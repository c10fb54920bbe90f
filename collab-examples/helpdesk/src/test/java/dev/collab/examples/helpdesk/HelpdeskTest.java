package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.examples.helpdesk.delivery.MemoryDeliveries;
import dev.collab.examples.helpdesk.live.LocalWakes;
import dev.collab.inmemory.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HelpdeskTest {
    private static final int STORIES = 9;
    private static final Path SOURCE = Path.of("src/main/java/dev/collab/examples/helpdesk/Helpdesk.java");

    @RegisterExtension
    private final Open open = new Open();

    @Test
    @DisplayName("The shop opens with chats and tickets in every state, and one chat that waits for an expert")
    void story() {
        var client = open.shop();
        var all = client.get("/api/admins/ada/inboxes/shop/conversations")
                .get("rows")
                .toString();
        assertThat(all)
                .contains("LIVE_CHAT", "EMAIL_TICKET", "\"OPEN\"", "\"RESOLVED\"", "\"CLOSED\"")
                .contains("🎁");
        assertThat(client.get("/api/agents/sam/conversations?list=queue").get("rows"))
                .hasSize(1);
        var boots = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
        var view = client.get(boots);
        assertThat(view.get("mine").asText()).isEqualTo("ASSIGNEE");
        assertThat(view.get("field").get("editable").asBoolean()).isTrue();
        var found = client.get(boots + "/candidates?q=bo").get("candidates");
        assertThat(found.get(0).get("id").asText()).isEqualTo("bo");
        var added = client.post(boots + "/collaborators", "{\"agent\":\"bo\"}");
        assertThat(added.get("level").asText()).isEqualTo("RESPONDER");
    }

    @Test
    @DisplayName("A shop that was open before is opened as visitors left it, also when its keys are forgotten")
    void again() throws Exception {
        var storage = new InMemoryStorage();
        String boots;
        String before;
        try (var first = Helpdesk.start(memory(storage), 0);
                var client = new Client(first.port())) {
            boots = "/api/agents/asha/conversations/" + client.conversation("carl", "Do the boots");
            client.post(boots + "/resolution", "{}");
            before = client.get("/api/agents/ada/conversations").toString();
        }
        int forgotten = storage.conversations().forgetReceipts(Instant.now().plus(Duration.ofDays(30)), 10_000);
        assertThat(forgotten).isPositive();
        try (var second = Helpdesk.start(memory(storage), 0);
                var client = new Client(second.port())) {
            assertThat(client.get("/api/agents/ada/conversations").toString()).isEqualTo(before);
            assertThat(client.ask("GET", boots, null).body()).contains("RESOLVED");
        }
    }

    @Test
    @DisplayName("B-41 Two processes that tell the story at the same moment tell it once")
    void together() throws Exception {
        var storage = new InMemoryStorage();
        var people = new People();
        var start = new CyclicBarrier(2);
        var tellers = new ArrayList<CompletableFuture<Void>>();
        for (int process = 0; process < 2; process++) {
            tellers.add(CompletableFuture.runAsync(() -> {
                try {
                    start.await();
                } catch (BrokenBarrierException | InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
                new Shop(storage, people).open();
            }));
        }
        tellers.forEach(CompletableFuture::join);
        try (var helpdesk = Helpdesk.start(memory(storage), 0);
                var client = new Client(helpdesk.port())) {
            assertThat(client.get("/api/agents/ada/conversations").get("rows")).hasSize(STORIES);
            var refund = client.conversation("dana", "I sent two belts");
            var view = client.get("/api/agents/noor/conversations/" + refund);
            assertThat(view.get("field").get("collaborators")).hasSize(2);
            assertThat(client.get("/api/admins/ada/inboxes/shop/settings")
                            .get("revision")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    private static Store memory(InMemoryStorage storage) {
        return new Store("memory", null, storage, new MemoryDeliveries(), new LocalWakes(), new ArrayDeque<>());
    }

    @Test
    @DisplayName("The command line says where to keep things and where to listen, or is refused")
    void arguments() {
        assertThat(Arguments.of()).contains(new Arguments("", 8085));
        assertThat(Arguments.of("--db=embedded", "--port=0")).contains(new Arguments("embedded", 0));
        for (var wrong : List.of("--port=70000", "--port=x", "--prot=1", "embedded")) {
            assertThat(Arguments.of(wrong)).as(wrong).isEqualTo(Optional.empty());
        }
    }

    @Test
    @DisplayName("The wiring fits on a screen: the constructor has at most 35 lines")
    void size() throws IOException {
        var lines = Files.readAllLines(SOURCE);
        int from = lines.indexOf("    private Helpdesk(Store store) {");
        assertThat(from).isPositive();
        assertThat(lines.subList(from, lines.size()).indexOf("    }")).isLessThan(35);
    }
}
