package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.NOW;
import static dev.collab.inmemory.Samples.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Outbox;
import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Outbox.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The outbox in memory")
class InMemoryOutboxTest {
    private static final ConversationId OTHER = new ConversationId("other");

    private final InMemoryOutbox outbox = new InMemoryOutbox();

    @Test
    @DisplayName("gives nothing when it has nothing")
    void empty() {
        assertThat(claim(10)).isEmpty();
        assertThat(outbox.parked(null, 10)).isEmpty();
        assertThat(outbox.acknowledge(id("n"), "relay")).isFalse();
        assertThat(outbox.fail(id("n"), "relay", new Failure(null))).isFalse();
        assertThat(outbox.retry(id("n"))).isFalse();
    }

    @Test
    @DisplayName("B-71 gives those of one conversation and recipient one after the other, by revision and ordinal")
    void order() {
        outbox.add(List.of(notification("c", CHAT, "bo", 1, 0), notification("b", CHAT, "bo", 1, 1)));
        outbox.add(List.of(notification("a", CHAT, "bo", 2, 0)));

        for (var expected : List.of("c", "b", "a")) {
            assertThat(claim(10)).containsExactly(expected);
            assertThat(claim(10)).isEmpty();
            assertThat(outbox.acknowledge(id(expected), "relay")).isTrue();
        }
        assertThat(claim(10)).isEmpty();
    }

    @Test
    @DisplayName("B-71 makes nobody wait for another conversation, another recipient, or another kind of recipient")
    void lines() {
        outbox.add(List.of(
                notification("a", CHAT, "bo", 1, 0),
                notification("b", CHAT, "cy", 1, 1),
                toCustomer("c", "bo"),
                notification("d", OTHER, "bo", 1, 0)));

        assertThat(claim(3)).containsExactly("a", "b", "c");
        assertThat(claim(3)).containsExactly("d");
    }

    @Test
    @DisplayName("B-71 forgets what was acknowledged")
    void acknowledged() {
        outbox.add(List.of(notification("a", CHAT, "bo", 1, 0)));
        claim(1);

        assertThat(outbox.acknowledge(id("a"), "relay")).isTrue();
        assertThat(outbox.acknowledge(id("a"), "relay")).isFalse();
        assertThat(outbox.claim("relay", Instant.MAX, Instant.MAX, 10)).isEmpty();
        assertThat(outbox.parked(null, 10)).isEmpty();
    }

    @Test
    @DisplayName("B-72 lets another claimer have a notification, with the same id, once the lease is over")
    void leases() {
        outbox.add(List.of(notification("a", CHAT, "bo", 1, 0), notification("b", CHAT, "bo", 1, 1)));
        var end = NOW.plusSeconds(30);
        assertThat(ids(outbox.claim("one", NOW, end, 10))).containsExactly("a");

        assertThat(outbox.claim("two", end.minusNanos(1), end, 10)).isEmpty();
        var again = outbox.claim("two", end, end.plusSeconds(30), 10);

        assertThat(ids(again)).containsExactly("a");
        assertThat(again.get(0).attempts()).isZero();
        assertThat(outbox.acknowledge(id("a"), "one")).isFalse();
        assertThat(outbox.fail(id("a"), "one", new Failure(null))).isFalse();
        assertThat(outbox.acknowledge(id("a"), "two")).isTrue();
    }

    @Test
    @DisplayName("B-72 takes the word of a claimer whose lease ran out while nobody else has claimed")
    void lateAcknowledgement() {
        outbox.add(List.of(notification("a", CHAT, "bo", 1, 0)));
        outbox.claim("one", NOW, NOW, 1);

        assertThat(outbox.acknowledge(id("a"), "one")).isTrue();
        assertThat(claim(1)).isEmpty();
    }

    @Test
    @DisplayName(
            "B-72 gives a failed notification again when its time has come, counts, and keeps later ones behind it")
    void retries() {
        outbox.add(List.of(notification("a", CHAT, "bo", 1, 0), notification("b", CHAT, "bo", 1, 1)));
        var retryAt = NOW.plusSeconds(60);
        claim(1);

        assertThat(outbox.fail(id("a"), "relay", new Failure(retryAt))).isTrue();

        assertThat(outbox.acknowledge(id("a"), "relay")).isFalse();
        assertThat(outbox.claim("relay", retryAt.minusNanos(1), Instant.MAX, 10))
                .isEmpty();
        assertThat(outbox.claim("relay", retryAt, Instant.MAX, 10))
                .containsExactly(new Claim(notification("a", CHAT, "bo", 1, 0), 1));
    }

    @Test
    @DisplayName("B-71 passes a parked notification over")
    void parked() {
        outbox.add(List.of(notification("a", CHAT, "bo", 1, 0), notification("b", CHAT, "bo", 1, 1)));
        claim(1);

        assertThat(outbox.fail(id("a"), "relay", new Failure(null))).isTrue();

        assertThat(outbox.parked(null, 10)).containsExactly(new Claim(notification("a", CHAT, "bo", 1, 0), 1));
        assertThat(outbox.claim("relay", Instant.MAX, Instant.MAX, 10))
                .containsExactly(new Claim(notification("b", CHAT, "bo", 1, 1), 0));
        assertThat(outbox.acknowledge(id("a"), "relay")).isFalse();
    }

    @Test
    @DisplayName("B-72 shows parked notifications page by page in the order of their ids")
    void parkedPages() {
        for (var name : List.of("c", "a", "B", "d")) {
            outbox.add(List.of(notification(name, new ConversationId(name), "bo", 1, 0)));
        }
        claim(10);
        List.of("d", "c", "a", "B").forEach(name -> outbox.fail(id(name), "relay", new Failure(null)));

        assertThat(ids(outbox.parked(null, 3))).containsExactly("B", "a", "c");
        assertThat(ids(outbox.parked(id("c"), 3))).containsExactly("d");
        assertThat(ids(outbox.parked(id("b"), 3))).containsExactly("c", "d");
        assertThat(outbox.parked(id("d"), 3)).isEmpty();
    }

    @Test
    @DisplayName("B-72 makes a parked notification due by hand, in its place and as if never tried")
    void retriedByHand() {
        outbox.add(List.of(
                notification("a", CHAT, "bo", 1, 0),
                notification("b", CHAT, "bo", 2, 0),
                notification("c", CHAT, "bo", 3, 0)));
        claim(1);
        outbox.fail(id("a"), "relay", new Failure(null));
        assertThat(claim(1)).containsExactly("b");

        assertThat(outbox.retry(id("a"))).isTrue();
        assertThat(outbox.retry(id("a"))).isFalse();
        assertThat(outbox.retry(id("c"))).isFalse();

        assertThat(outbox.parked(null, 10)).isEmpty();
        assertThat(outbox.claim("relay", Instant.MIN, Instant.MAX, 10))
                .containsExactly(new Claim(notification("a", CHAT, "bo", 1, 0), 0));
        assertThat(outbox.acknowledge(id("b"), "relay")).isTrue();
        assertThat(claim(10)).isEmpty();
        assertThat(outbox.acknowledge(id("a"), "relay")).isTrue();
        assertThat(claim(10)).containsExactly("c");
    }

    @Test
    @DisplayName("refuses claimers without a name and pages without a place")
    void arguments() {
        refused("claimer", () -> outbox.claim("", NOW, NOW, 1));
        refused("claimer", () -> outbox.claim("x".repeat(201), NOW, NOW, 1));
        refused("limit", () -> outbox.claim("relay", NOW, NOW, 0));
        refused("limit", () -> outbox.parked(null, 0));
    }

    private static void refused(String argument, Runnable call) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(call::run)
                .extracting(InvalidArgumentException::argument)
                .isEqualTo(argument);
    }

    private static Notification toCustomer(String id, String customer) {
        return new Notification(
                id(id),
                Samples.SHOP,
                CHAT,
                ActorKind.CUSTOMER,
                customer,
                NotificationKind.OUTGOING_REPLY,
                1,
                2,
                0L,
                "asha",
                null,
                NOW);
    }

    private List<String> claim(int limit) {
        return ids(outbox.claim("relay", NOW, NOW.plus(Duration.ofMinutes(1)), limit));
    }

    private static List<String> ids(List<Outbox.Claim> claims) {
        return claims.stream().map(claim -> claim.notification().id().value()).toList();
    }

    private static NotificationId id(String value) {
        return new NotificationId(value);
    }
}
