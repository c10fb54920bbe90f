package dev.collab.rules;

import static dev.collab.rules.Shop.BO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.inmemory.RecordingNotifier;
import dev.collab.spi.Notifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A relay")
class RelayErrorTest {
    private final Shop shop = Shop.open();

    /** Breaks at the first delivery as a host does whose class path is wrong. */
    private static final class Breaking implements Notifier {
        private final List<AgentNotification> told = new ArrayList<>();
        private int calls;

        @Override
        public void toAgent(AgentNotification notification) {
            if (calls++ == 0) {
                throw new NoClassDefFoundError("told to fail");
            }
            told.add(notification);
        }

        @Override
        public void toCustomer(CustomerMessage message) {
            throw new AssertionError("nothing is sent to a customer here");
        }
    }

    @Test
    @DisplayName("B-72 survives an error of the notifier, delivers the rest, and tries again")
    void survivesAnError() {
        var notifier = new Breaking();
        var relay = shop.host(builder -> builder.notifier(notifier)).relay("one");
        shop.assignedWith(BO);
        shop.assignedWith(BO);

        relay.pumpOnce();
        assertThat(notifier.told).as("the other conversation's").hasSize(1);

        shop.time.advance(Duration.ofHours(1));
        relay.pumpOnce();
        assertThat(notifier.told).hasSize(2);
    }

    @Test
    @DisplayName("B-71 P-38 tells nobody what a store returns of another conversation")
    void ofAnotherConversation() {
        var other = shop.assigned();
        shop.customer().write(other, "Secret.").orElseThrow();
        // At the very place the notification asks for.
        var secret = shop.entries(other).get(3);
        var told = new RecordingNotifier();
        var storage = Story.storage(
                shop.storage, (method, arguments, real) -> method.equals("read") ? List.of(secret) : real.call());
        var relay =
                shop.host(builder -> builder.storage(storage).notifier(told)).relay("one");
        var chat = shop.assigned();
        shop.customer().write(chat, "Hello?").orElseThrow();

        relay.pumpOnce();

        assertThat(told.toAgents())
                .noneMatch(notification -> notification.conversation().equals(chat));
    }
}
