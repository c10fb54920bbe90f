package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.ASHA;
import static dev.collab.inmemory.Samples.BO;
import static dev.collab.inmemory.Samples.CARL;
import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.NOW;
import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Among the fakes")
class FakesTest {
    @Nested
    @DisplayName("the notifier")
    class TheNotifier {
        private final RecordingNotifier notifier = new RecordingNotifier();

        @Test
        @DisplayName("remembers what it was told, repetitions included, in order")
        void remembers() {
            var first = toAgent("n1", ASHA);
            var second = toAgent("n2", BO);
            notifier.toAgent(first);
            notifier.toAgent(second);
            notifier.toAgent(first);
            notifier.toCustomer(toCustomer());

            assertThat(notifier.toAgents()).containsExactly(first, second, first);
            assertThat(notifier.toAgent(BO)).containsExactly(second);
            assertThat(notifier.toAgent(new AgentId("cy"))).isEmpty();
            assertThat(notifier.toCustomers()).containsExactly(toCustomer());
            assertThat(notifier.calls()).isEqualTo(4);
        }

        @Test
        @DisplayName("B-72 fails as often as it was told to")
        void failsSomeTimes() {
            notifier.failNext(2);

            assertThatIllegalStateException().isThrownBy(() -> notifier.toAgent(toAgent("n1", ASHA)));
            assertThatIllegalStateException().isThrownBy(() -> notifier.toCustomer(toCustomer()));
            notifier.toAgent(toAgent("n1", ASHA));

            assertThat(notifier.toAgents()).hasSize(1);
            assertThat(notifier.toCustomers()).isEmpty();
            assertThat(notifier.calls()).isEqualTo(3);
            assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> notifier.failNext(-1));
        }

        @Test
        @DisplayName("B-72 fails until it is told otherwise")
        void failsUntilRecovered() {
            var failure = new IllegalArgumentException("no network");
            notifier.failWith(failure);
            notifier.failNext(1);

            for (int call = 0; call < 3; call++) {
                assertThatThrownBy(() -> notifier.toAgent(toAgent("n1", ASHA))).isSameAs(failure);
            }
            notifier.recover();
            notifier.toAgent(toAgent("n1", ASHA));

            assertThat(notifier.toAgents()).hasSize(1);
        }

        @Test
        @DisplayName("forgets when it is told to, and does not change what it gave before")
        void forgets() {
            notifier.toAgent(toAgent("n1", ASHA));
            notifier.toCustomer(toCustomer());
            var before = notifier.toAgents();

            notifier.clear();

            assertThat(before).hasSize(1).isUnmodifiable();
            assertThat(notifier.toAgents()).isEmpty();
            assertThat(notifier.toCustomers()).isEmpty();
            assertThat(notifier.calls()).isZero();
        }
    }

    @Test
    @DisplayName("the signal remembers what it heard, apart for agents and customers, until it is cleared")
    void signal() {
        var signal = new RecordingSignal();
        var other = new ConversationId("other");
        signal.changed(CHAT);
        signal.changed(other);
        signal.changed(CHAT);
        signal.customerChanged(other);

        assertThat(signal.changes()).containsExactly(CHAT, other, CHAT).isUnmodifiable();
        assertThat(signal.customerChanges()).containsExactly(other).isUnmodifiable();
        signal.clear();
        assertThat(signal.changes()).isEmpty();
        assertThat(signal.customerChanges()).isEmpty();
    }

    @Test
    @DisplayName("the time stands still until it is moved, on or back")
    void time() {
        var time = new SettableTime();

        assertThat(time.instant()).isEqualTo(SettableTime.START).isEqualTo(time.instant());
        assertThat(time.advance(Duration.ofNanos(1))).isEqualTo(SettableTime.START.plusNanos(1));
        assertThat(time.instant()).isEqualTo(SettableTime.START.plusNanos(1));
        assertThat(time.advance(Duration.ofNanos(-1))).isEqualTo(SettableTime.START);
        time.set(NOW);
        assertThat(time.instant()).isEqualTo(NOW);
        assertThat(new SettableTime(NOW).instant()).isEqualTo(NOW);
    }

    @Test
    @DisplayName("the ids count, and no two threads draw the same")
    void ids() {
        var ids = new CountingIds();
        assertThat(ids.next()).isEqualTo("id-1");
        assertThat(ids.next()).isEqualTo("id-2");

        var drawn = ConcurrentHashMap.<String>newKeySet();
        Crowd.run(Crowd.times(
                4,
                () -> IntStream.range(0, 1_000)
                        .forEach(number -> assertThat(drawn.add(ids.next())).isTrue())));
        assertThat(drawn).hasSize(4_000).contains("id-3", "id-4002");
    }

    private static AgentNotification toAgent(String id, AgentId agent) {
        return new AgentNotification(
                new NotificationId(id), agent, NotificationKind.ADDED, SHOP, CHAT, "cy", null, null, null, NOW, null);
    }

    private static CustomerMessage toCustomer() {
        return new CustomerMessage(
                new NotificationId("m"),
                NotificationKind.OUTGOING_REPLY,
                CARL,
                SHOP,
                CHAT,
                Channel.LIVE_CHAT,
                null,
                0,
                "Asha",
                "Hello",
                List.of(),
                NOW,
                null);
    }
}
