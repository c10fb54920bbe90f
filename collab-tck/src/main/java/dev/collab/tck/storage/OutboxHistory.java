package dev.collab.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Outbox.Failure;
import dev.collab.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A history of an outbox, held step by step against {@link OutboxModel}. */
final class OutboxHistory {
    private static final Instant FAR = Instant.parse("9998-01-01T00:00:00Z");

    /** How many steps lie between two looks at what is parked. */
    private static final int LOOK = 8;

    final OutboxModel model = new OutboxModel();
    private final OutboxWorld world;
    private int made;

    OutboxHistory(Storage storage) {
        world = new OutboxWorld(storage);
    }

    /** Runs steps drawn as they go, because most ids drawn blindly would be of no use, and adds each to those done. */
    void runRandom(long seed, int steps, List<Step> done) {
        var random = new Random(seed);
        for (int number = 0; number < steps; number++) {
            done.add(draw(random));
            run(done.get(number), number);
        }
        drain();
    }

    void runAll(List<Step> steps) {
        for (int number = 0; number < steps.size(); number++) {
            run(steps.get(number), number);
        }
        drain();
    }

    private void run(Step step, int number) {
        step.run(this);
        if (number % LOOK == LOOK - 1) {
            parked();
        }
    }

    private void parked() {
        assertThat(world.outbox.parked(null, 1_000)).as("what is parked").isEqualTo(model.parked());
    }

    /** Delivers all that is left, long after every lease and every wait is over. */
    private void drain() {
        parked();
        var waiting = model.unparked();
        var delivered = new ArrayList<Claim>();
        for (var due = model.due(FAR); !due.isEmpty(); due = model.due(FAR)) {
            var batch = world.drain("last", FAR, FAR.plusSeconds(1), 5);
            assertThat(batch).as("what is due in the end").containsExactlyInAnyOrderElementsOf(due);
            model.take(batch, "last", FAR.plusSeconds(1));
            for (var claim : batch) {
                acknowledge("last", claim.notification().id());
            }
            delivered.addAll(batch);
        }
        assertThat(delivered).as("delivered in the end").containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(world.outbox.claim("last", Instant.MAX, FAR, 5))
                .as("claimed after all")
                .isEmpty();
    }

    private Step draw(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> drawTell(random);
            case 2, 3 -> drawClaim(random);
            case 4 -> new Acknowledge(drawClaimer(random), drawId(random));
            case 5, 6 ->
                new Fail(drawClaimer(random), drawId(random), random.nextInt(3) == 0 ? null : drawInstant(random));
            default -> new Retry(drawId(random));
        };
    }

    private Step drawTell(Random random) {
        var names = new ArrayList<String>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            made++;
            names.add("n" + made + (random.nextBoolean() ? "@bo" : "@cy"));
        }
        return new Tell(random.nextInt(2), names);
    }

    private static Step drawClaim(Random random) {
        var now = drawInstant(random);
        return new ClaimSome(drawClaimer(random), now, now.plusSeconds(random.nextInt(20)), 1 + random.nextInt(4));
    }

    private static String drawClaimer(Random random) {
        return random.nextBoolean() ? "one" : "two";
    }

    private NotificationId drawId(Random random) {
        var ids = random.nextInt(3) == 0 ? model.ids() : model.firstIds();
        return ids.isEmpty() ? OutboxWorld.id("none") : ids.get(random.nextInt(ids.size()));
    }

    private static Instant drawInstant(Random random) {
        return Samples.NOW.plusSeconds(random.nextInt(60));
    }

    private void acknowledge(String claimer, NotificationId id) {
        assertThat(world.outbox.acknowledge(id, claimer))
                .as("%s acknowledges %s", claimer, id)
                .isEqualTo(model.acknowledge(id, claimer));
    }

    /** One call, or a commit; says what it is, so that a history can be read. */
    sealed interface Step {
        void run(OutboxHistory history);
    }

    record Tell(int conversation, List<String> idsAndAgents) implements Step {
        @Override
        public void run(OutboxHistory history) {
            var id = new ConversationId("chat-" + conversation);
            history.model.add(history.world.tell(id, idsAndAgents.toArray(String[]::new)));
        }

        @Override
        public String toString() {
            return "a commit to chat-" + conversation + " tells " + String.join(", ", idsAndAgents);
        }
    }

    record ClaimSome(String claimer, Instant now, Instant leaseUntil, int limit) implements Step {
        @Override
        public void run(OutboxHistory history) {
            var due = history.model.due(now);
            var batch = history.world.outbox.claim(claimer, now, leaseUntil, limit);
            OutboxWorld.assertBatch(batch, limit);
            assertThat(due).as("what was due when this was claimed: %s", batch).containsAll(batch);
            assertThat(batch.isEmpty()).as("claimed nothing of %s", due).isEqualTo(due.isEmpty());
            history.model.take(batch, claimer, leaseUntil);
        }

        @Override
        public String toString() {
            return claimer + " claims up to " + limit + " at " + now + " until " + leaseUntil;
        }
    }

    record Acknowledge(String claimer, NotificationId id) implements Step {
        @Override
        public void run(OutboxHistory history) {
            history.acknowledge(claimer, id);
        }

        @Override
        public String toString() {
            return claimer + " acknowledges " + id;
        }
    }

    record Fail(String claimer, NotificationId id, @Nullable Instant retryAt) implements Step {
        @Override
        public void run(OutboxHistory history) {
            var failure = new Failure(retryAt);
            assertThat(history.world.outbox.fail(id, claimer, failure))
                    .as(toString())
                    .isEqualTo(history.model.fail(id, claimer, failure));
        }

        @Override
        public String toString() {
            return claimer + " fails " + id + (retryAt == null ? " for good" : " until " + retryAt);
        }
    }

    record Retry(NotificationId id) implements Step {
        @Override
        public void run(OutboxHistory history) {
            assertThat(history.world.outbox.retry(id)).as(toString()).isEqualTo(history.model.retry(id));
        }

        @Override
        public String toString() {
            return id + " is retried by hand";
        }
    }
}
