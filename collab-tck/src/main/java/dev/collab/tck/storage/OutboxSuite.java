package dev.collab.tck.storage;

import static dev.collab.tck.storage.OutboxWorld.id;
import static dev.collab.tck.storage.OutboxWorld.ids;
import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Outbox;
import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Outbox.Failure;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether notifications wait for delivery, come out in order, and belong to one claimer at a time. */
public abstract class OutboxSuite extends StorageSuite {
    private static final ConversationId OTHER = new ConversationId("other");
    private static final Instant LEASE = NOW.plus(Duration.ofMinutes(1));
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final String RELAY = "relay";

    private final OutboxWorld world;
    private final Outbox outbox;

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected OutboxSuite(StorageBench bench) {
        super(bench);
        this.world = new OutboxWorld(bench.empty());
        this.outbox = world.outbox;
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-72 gives nothing, and lets nothing be done to what it does not have")
    void nothing() {
        assertThat(claim(10)).isEmpty();
        assertThat(outbox.parked(null, 10)).isEmpty();
        assertThat(outbox.acknowledge(id("n"), RELAY)).as("acknowledged").isFalse();
        assertThat(park("n")).as("failed").isFalse();
        assertThat(outbox.retry(id("n"))).as("retried").isFalse();
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.OUTBOX)
    @DisplayName("B-71 P-34 gets nothing from a commit that is refused")
    void refusedCommit() {
        world.tell(CHAT, "a@bo");
        var moved = Commits.first(CHAT).telling(Samples.notification("b", CHAT, "cy", 1, 0));
        var other = Commits.first(OTHER).settings(1).telling(Samples.notification("c", OTHER, "bo", 1, 0));

        var conversations = world.storage.conversations();
        assertThat(conversations.commit(moved.build())).isEqualTo(CommitResult.CONVERSATION_CHANGED);
        assertThat(conversations.commit(other.build())).isEqualTo(CommitResult.SETTINGS_CHANGED);

        assertThat(drain(10)).containsExactly("a");
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-71 P-39 gives a notification back as it was stored, with or without entry and subject")
    void unchanged() {
        var bare = notification(0, ActorKind.CUSTOMER, "carl", null, null);
        var full = notification(1, ActorKind.AGENT, "bo", 0L, "invitation");
        world.tell(CHAT, List.of(bare, full));

        assertThat(world.drain(RELAY, NOW, LEASE, 10))
                .containsExactlyInAnyOrder(new Claim(bare, 0), new Claim(full, 0));
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-71 P-39 gives those of one conversation and recipient one after the other, by revision and ordinal")
    void order() {
        world.tell(CHAT, "c@bo", "b@bo");
        world.tell(CHAT, "a@bo");

        for (var expected : List.of("c", "b", "a")) {
            assertThat(claim(10)).containsExactly(expected);
            assertThat(claim(10)).as("while %s is claimed", expected).isEmpty();
            assertThat(outbox.acknowledge(id(expected), RELAY)).isTrue();
        }
        assertThat(claim(10)).isEmpty();
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-71 P-39 orders by revision and ordinal as numbers, ten after nine")
    void numbers() {
        for (int revision = 1; revision <= 11; revision++) {
            world.tell(CHAT, "n" + revision + "@bo");
        }
        world.tell(
                OTHER, "o0@bo", "o1@bo", "o2@bo", "o3@bo", "o4@bo", "o5@bo", "o6@bo", "o7@bo", "o8@bo", "o9@bo",
                "o10@bo");

        for (int place = 0; place <= 10; place++) {
            assertThat(claim(10)).containsExactlyInAnyOrder("n" + (place + 1), "o" + place);
            assertThat(outbox.acknowledge(id("n" + (place + 1)), RELAY)).isTrue();
            assertThat(outbox.acknowledge(id("o" + place), RELAY)).isTrue();
        }
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName(
            "B-71 P-40 makes nobody wait for another conversation, another recipient, or another kind of recipient")
    void lines() {
        var toCustomer = notification(2, ActorKind.CUSTOMER, "bo", 0L, null);
        world.tell(
                CHAT,
                List.of(
                        Samples.notification("a", CHAT, "bo", 1, 0),
                        Samples.notification("b", CHAT, "cy", 1, 1),
                        toCustomer));
        world.tell(OTHER, "d@bo");

        assertThat(drain(3)).containsExactlyInAnyOrder("a", "b", "n2", "d");
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-72 P-35 never gives more than asked for, and all of it to who goes on asking")
    void limit() {
        for (int number = 0; number < 7; number++) {
            world.tell(new ConversationId("chat-" + number), "a" + number + "@bo", "b" + number + "@cy");
        }

        assertThat(drain(3)).hasSize(14);
        assertThat(claim(1)).isEmpty();
    }

    @Test
    @Clause(value = "Outbox.acknowledge", read = Chapter.OUTBOX)
    @DisplayName("B-71 B-72 forgets what was acknowledged")
    void acknowledged() {
        world.tell(CHAT, "a@bo");
        claim(1);

        assertThat(outbox.acknowledge(id("a"), RELAY)).isTrue();
        assertThat(outbox.acknowledge(id("a"), RELAY)).as("again").isFalse();
        assertThat(outbox.claim(RELAY, Instant.MAX, FAR, 10)).isEmpty();
        assertThat(outbox.parked(null, 10)).isEmpty();
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-72 P-39 keeps a notification for its claimer until the lease is over, and then gives it to another")
    void leases() {
        world.tell(CHAT, "a@bo", "b@bo");
        assertThat(claim("one", NOW, LEASE)).containsExactly("a");

        assertThat(claim("two", LEASE.minusNanos(1), FAR))
                .as("just before the end")
                .isEmpty();
        var again = outbox.claim("two", LEASE, FAR, 10);

        assertThat(ids(again)).as("at the end of the lease").containsExactly("a");
        assertThat(again.get(0).attempts()).as("attempts").isZero();
    }

    @Test
    @Clause(value = "Outbox.acknowledge", read = Chapter.OUTBOX)
    @DisplayName("B-72 does not let a claimer speak for what another holds, or nobody ever claimed")
    void holder() {
        world.tell(CHAT, "a@bo");
        assertThat(outbox.acknowledge(id("a"), "one")).as("unclaimed").isFalse();
        claim("one", NOW, LEASE);
        claim("two", LEASE, FAR);

        assertThat(outbox.acknowledge(id("a"), "one"))
                .as("acknowledged by the former")
                .isFalse();
        assertThat(outbox.fail(id("a"), "one", new Failure(null)))
                .as("failed by the former")
                .isFalse();
        assertThat(outbox.acknowledge(id("a"), "two")).isTrue();
    }

    @Test
    @Clause(value = "Outbox.acknowledge", read = Chapter.OUTBOX)
    @DisplayName("B-72 takes the word of a claimer whose lease ran out while nobody else has claimed")
    void late() {
        world.tell(CHAT, "a@bo");
        world.tell(OTHER, "b@bo");
        outbox.claim("one", NOW, NOW, 10);

        assertThat(outbox.acknowledge(id("a"), "one")).isTrue();
        assertThat(outbox.fail(id("b"), "one", new Failure(null))).isTrue();
        assertThat(claim(10)).isEmpty();
    }

    @Test
    @Clause(value = "Outbox.fail", read = Chapter.OUTBOX)
    @DisplayName("B-72 gives a failed notification again when its time has come, and keeps later ones behind it")
    void retries() {
        var first = world.tell(CHAT, "a@bo", "b@bo").get(0);
        claim(1);

        assertThat(outbox.fail(id("a"), RELAY, new Failure(LEASE))).isTrue();

        assertThat(outbox.acknowledge(id("a"), RELAY)).as("after it failed").isFalse();
        assertThat(claim(RELAY, LEASE.minusNanos(1), FAR))
                .as("just before its time")
                .isEmpty();
        assertThat(outbox.claim(RELAY, LEASE, FAR, 10)).containsExactly(new Claim(first, 1));
    }

    @Test
    @Clause(value = "Outbox.fail", read = Chapter.OUTBOX)
    @DisplayName("B-72 counts how often a delivery failed, and does not count what was only claimed")
    void attempts() {
        var told = world.tell(CHAT, "a@bo").get(0);
        for (int attempts = 0; attempts < 3; attempts++) {
            outbox.claim("one", NOW, NOW, 1);
            assertThat(outbox.claim(RELAY, NOW, LEASE, 1)).containsExactly(new Claim(told, attempts));
            assertThat(outbox.fail(id("a"), RELAY, new Failure(NOW))).isTrue();
        }
        claim(1);
        park("a");

        assertThat(outbox.parked(null, 1)).containsExactly(new Claim(told, 4));
    }

    @Test
    @Clause(value = "Outbox.fail", read = Chapter.OUTBOX)
    @DisplayName("B-71 P-40 passes a parked notification over")
    void parked() {
        var told = world.tell(CHAT, "a@bo", "b@bo");
        claim(1);

        assertThat(park("a")).isTrue();

        assertThat(outbox.parked(null, 10)).containsExactly(new Claim(told.get(0), 1));
        assertThat(outbox.claim(RELAY, Instant.MAX, FAR, 10)).containsExactly(new Claim(told.get(1), 0));
        assertThat(outbox.acknowledge(id("a"), RELAY))
                .as("parked, acknowledged")
                .isFalse();
        assertThat(park("a")).as("parked, failed").isFalse();
    }

    @Test
    @Clause(value = "Outbox.parked", read = Chapter.OUTBOX)
    @DisplayName("B-72 shows parked notifications page by page in the order of their ids")
    void parkedPages() {
        for (var name : List.of("c", "a", "B", "d")) {
            world.tell(new ConversationId(name), name + "@bo");
        }
        drain(10);
        List.of("d", "c", "a", "B").forEach(this::park);

        assertThat(parkedIds(null, 3)).containsExactly("B", "a", "c");
        assertThat(parkedIds(id("c"), 3)).containsExactly("d");
        assertThat(parkedIds(id("b"), 3)).as("after an id that is none").containsExactly("c", "d");
        assertThat(parkedIds(id("d"), 3)).isEmpty();
    }

    @Test
    @Clause(value = "Outbox.retry", read = Chapter.OUTBOX)
    @DisplayName("B-72 makes a parked notification due by hand, in its place and as if never tried")
    void retriedByHand() {
        var first = world.tell(CHAT, "a@bo").get(0);
        world.tell(CHAT, "b@bo");
        world.tell(CHAT, "c@bo");
        claim(1);
        park("a");
        assertThat(claim(1)).containsExactly("b");

        assertThat(outbox.retry(id("a"))).isTrue();
        assertThat(outbox.retry(id("a"))).as("again").isFalse();
        assertThat(outbox.retry(id("c"))).as("not parked").isFalse();

        assertThat(outbox.parked(null, 10)).isEmpty();
        assertThat(outbox.claim(RELAY, Instant.MIN, LEASE, 10)).containsExactly(new Claim(first, 0));
        assertThat(outbox.acknowledge(id("b"), RELAY)).as("claimed before").isTrue();
        assertThat(claim(10)).as("behind what is tried again").isEmpty();
        assertThat(outbox.acknowledge(id("a"), RELAY)).isTrue();
        assertThat(claim(10)).containsExactly("c");
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-72 may be asked at any time there is, and what nobody has tried yet is always due")
    void anyTime() {
        world.tell(CHAT, "a@bo");

        assertThat(claim("one", Instant.MIN, LEASE)).containsExactly("a");
        assertThat(claim("two", Instant.MIN, LEASE)).as("leased").isEmpty();
        assertThat(claim("two", Instant.MAX, LEASE))
                .as("when every lease is over")
                .containsExactly("a");
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-72 P-47 goes by the time it is given, long ago or far ahead, and by no clock of its own")
    void givenTime() {
        for (var start : List.of(Instant.parse("1971-01-01T00:00:00Z"), Instant.parse("2971-01-01T00:00:00Z"))) {
            var name = "at " + start;
            world.tell(new ConversationId(name), name + "@bo");
            var end = start.plusSeconds(60);
            assertThat(claim("one", start, end)).containsExactly(name);
            assertThat(claim("two", end.minusSeconds(1), end))
                    .as("leased until %s", end)
                    .isEmpty();
            assertThat(claim("two", end, end)).as("free from %s on", end).containsExactly(name);
            assertThat(outbox.fail(id(name), "two", new Failure(end)))
                    .as("failed late")
                    .isTrue();
            assertThat(claim("one", end.minusSeconds(1), end))
                    .as("not to be tried before %s", end)
                    .isEmpty();
            assertThat(claim("one", end, end)).as("to be tried from %s on", end).containsExactly(name);
            assertThat(outbox.acknowledge(id(name), "one"))
                    .as("acknowledged late")
                    .isTrue();
        }
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-72 refuses claimers without a name or with too long a one, and pages without a place")
    void arguments() {
        world.tell(CHAT, "a@bo");
        refused("no claimer", () -> outbox.claim("", NOW, LEASE, 1));
        refused("a claimer of 201 characters", () -> outbox.claim("x".repeat(201), NOW, LEASE, 1));
        refused("a batch of none", () -> outbox.claim(RELAY, NOW, LEASE, 0));
        refused("a page of none", () -> outbox.parked(null, 0));

        var longest = "x".repeat(200);
        assertThat(claim(longest, NOW, LEASE))
                .as("by a claimer of 200 characters")
                .containsExactly("a");
        assertThat(outbox.acknowledge(id("a"), "x".repeat(199) + "y"))
                .as("by its neighbour")
                .isFalse();
        assertThat(outbox.acknowledge(id("a"), longest)).as("by its claimer").isTrue();
    }

    private static void refused(String what, Runnable call) {
        assertThatExceptionOfType(InvalidArgumentException.class).as(what).isThrownBy(call::run);
    }

    private static Notification notification(
            int ordinal, ActorKind kind, String recipient, @Nullable Long sequence, @Nullable String subject) {
        var what = kind == ActorKind.CUSTOMER ? NotificationKind.OUTGOING_REPLY : NotificationKind.INVITED;
        return new Notification(
                id("n" + ordinal),
                Samples.SHOP,
                CHAT,
                kind,
                recipient,
                what,
                1,
                ordinal,
                sequence,
                "asha",
                subject,
                NOW);
    }

    private Set<String> claim(int limit) {
        return ids(outbox.claim(RELAY, NOW, LEASE, limit));
    }

    private Set<String> claim(String claimer, Instant now, Instant leaseUntil) {
        return ids(outbox.claim(claimer, now, leaseUntil, 10));
    }

    private Set<String> drain(int limit) {
        return ids(world.drain(RELAY, NOW, LEASE, limit));
    }

    private boolean park(String name) {
        return outbox.fail(id(name), RELAY, new Failure(null));
    }

    private List<String> parkedIds(@Nullable NotificationId after, int limit) {
        return outbox.parked(after, limit).stream()
                .map(claim -> claim.notification().id().value())
                .toList();
    }
}
