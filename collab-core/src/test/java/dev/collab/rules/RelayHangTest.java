package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.NotificationId;
import dev.collab.notification.Relay;
import dev.collab.notification.RelayOptions;
import dev.collab.spi.Notifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A notifier that hangs in one relay; the other relay goes on within its call, so that no thread has to wait. */
class RelayHangTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final RelayOptions OPTIONS =
            new RelayOptions(50, LEASE, 6, Duration.ofSeconds(1), Duration.ofSeconds(5), false);

    private final Shop shop = Shop.open();
    private final List<NotificationId> delivered = new ArrayList<>();
    private final Relay other = relay("other", new Told(() -> {}));

    @BeforeEach
    void notifications() {
        shop.assignedWith(BO, CY);
        shop.agent(ASHA).reply(shop.assignedWith(BO), "Size 42 is in stock.").orElseThrow();
    }

    @Test
    @DisplayName(
            "B-72 while a relay hangs, the others deliver what it does not hold, and the rest once its lease is over")
    void othersGoOn() {
        var during = new ArrayList<NotificationId>();
        var hanging = relay("hanging", new Told(() -> {
            if (during.isEmpty()) {
                assertThat(other.pumpOnce()).as("all of it is leased").isZero();
                shop.time.advance(LEASE);
                while (other.pumpOnce() > 0) {
                    // Until nothing is due.
                }
                during.addAll(delivered);
            }
        }));
        hanging.pumpOnce();

        assertThat(during).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        assertThat(new HashSet<>(during)).isEqualTo(new HashSet<>(delivered));
        assertThat(Post.taken(shop)).isEmpty();
    }

    @Test
    @DisplayName("B-72 a relay that fails after it hung past its lease parks nothing that another one has delivered")
    void failsLate() {
        var parked = new ArrayList<NotificationId>();
        var failing = relay("failing", new Told(() -> {
            shop.time.advance(LEASE);
            while (other.pumpOnce() > 0) {
                // Until nothing is due.
            }
            throw new IllegalStateException("gave up");
        }));

        for (int pump = 0; pump < 20; pump++) {
            failing.pumpOnce();
            shop.time.advance(LEASE);
        }
        failing.parked(null, 100)
                .forEach(claim -> parked.add(claim.notification().id()));

        assertThat(delivered).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        assertThat(parked).isEmpty();
        assertThat(Post.taken(shop)).isEmpty();
    }

    private Relay relay(String name, Notifier notifier) {
        return shop.host(builder -> builder.notifier(notifier).relay(OPTIONS)).relay(name);
    }

    /** Does something first, then takes note of what it was told. */
    private final class Told implements Notifier {
        private final Runnable first;

        Told(Runnable first) {
            this.first = first;
        }

        @Override
        public void toAgent(AgentNotification told) {
            first.run();
            delivered.add(told.id());
        }

        @Override
        public void toCustomer(CustomerMessage told) {
            first.run();
            delivered.add(told.id());
        }
    }
}
