package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Outbox.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random histories of the outbox, clocks that jump included, against a list that is searched from end to end. */
@DisplayName("The outbox in memory")
class OutboxModelTest {
    private static final int STEPS = 400;

    @Test
    @DisplayName("B-71 B-72 answers every history as the plain list does")
    void histories() {
        for (long seed = 1; seed <= 300; seed++) {
            new History(seed).run();
        }
    }

    private static final class History {
        private final long seed;
        private final Random random;
        private final InMemoryOutbox outbox = new InMemoryOutbox();
        private final Model model = new Model();
        private int made;

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                var what = "seed " + seed + ", step " + step;
                switch (random.nextInt(8)) {
                    case 0, 1 -> add(step);
                    case 2, 3 -> claim(what);
                    case 4 -> acknowledge(what);
                    case 5, 6 -> fail(what);
                    default -> retry(what);
                }
                assertThat(outbox.parked(null, Integer.MAX_VALUE)).as(what).isEqualTo(model.parked());
            }
        }

        private void add(int step) {
            var batch = new ArrayList<Notification>();
            var conversation = new ConversationId("chat-" + random.nextInt(2));
            for (int ordinal = 0; ordinal <= random.nextInt(3); ordinal++) {
                made++;
                var agent = random.nextBoolean() ? "bo" : "cy";
                batch.add(Samples.notification("n" + made, conversation, agent, step + 1, ordinal));
            }
            outbox.add(batch);
            model.add(batch);
        }

        private void claim(String what) {
            var claimer = claimer();
            var now = instant();
            var leaseUntil = now.plusSeconds(random.nextInt(20));
            int limit = 1 + random.nextInt(4);
            assertThat(outbox.claim(claimer, now, leaseUntil, limit))
                    .as(what)
                    .isEqualTo(model.claim(claimer, now, leaseUntil, limit));
        }

        private void acknowledge(String what) {
            var id = id();
            var claimer = claimer();
            assertThat(outbox.acknowledge(id, claimer)).as(what).isEqualTo(model.acknowledge(id, claimer));
        }

        private void fail(String what) {
            var id = id();
            var claimer = claimer();
            var failure = new Failure(random.nextInt(3) == 0 ? null : instant());
            assertThat(outbox.fail(id, claimer, failure)).as(what).isEqualTo(model.fail(id, claimer, failure));
        }

        private void retry(String what) {
            var id = id();
            assertThat(outbox.retry(id)).as(what).isEqualTo(model.retry(id));
        }

        private String claimer() {
            return random.nextBoolean() ? "one" : "two";
        }

        private NotificationId id() {
            var known = List.copyOf(model.rows.keySet());
            return known.isEmpty() ? new NotificationId("none") : known.get(random.nextInt(known.size()));
        }

        private Instant instant() {
            return Samples.NOW.plusSeconds(random.nextInt(60));
        }
    }

    private static final class Model {
        private final LinkedHashMap<NotificationId, ModelRow> rows = new LinkedHashMap<>();
        private int turns;

        void add(List<Notification> batch) {
            for (var notification : batch) {
                rows.put(notification.id(), new ModelRow(notification, turns));
                turns++;
            }
        }

        List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
            var first = rows.values().stream()
                    .filter(row -> !row.parked && before(row).findAny().isEmpty());
            var claimed = first.filter(row -> row.dueAt == null || !row.dueAt.isAfter(now))
                    .sorted(Comparator.<ModelRow, Instant>comparing(
                                    row -> row.dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(row -> row.turn))
                    .limit(limit)
                    .toList();
            claimed.forEach(row -> {
                row.claimer = claimer;
                row.dueAt = leaseUntil;
            });
            return claimed.stream().map(ModelRow::toClaim).toList();
        }

        private Stream<ModelRow> before(ModelRow row) {
            return rows.values().stream().filter(other -> !other.parked && other.isBefore(row));
        }

        boolean acknowledge(NotificationId id, String claimer) {
            return held(id, claimer) && rows.remove(id) != null;
        }

        boolean fail(NotificationId id, String claimer, Failure failure) {
            if (!held(id, claimer)) {
                return false;
            }
            var row = rows.get(id);
            row.attempts++;
            row.claimer = null;
            row.parked = failure.retryAt() == null;
            row.dueAt = failure.retryAt();
            return true;
        }

        boolean retry(NotificationId id) {
            var row = rows.get(id);
            if (row == null || !row.parked) {
                return false;
            }
            row.parked = false;
            row.attempts = 0;
            return true;
        }

        List<Claim> parked() {
            return rows.values().stream()
                    .filter(row -> row.parked)
                    .sorted(Comparator.comparing(row -> row.notification.id()))
                    .map(ModelRow::toClaim)
                    .toList();
        }

        private boolean held(NotificationId id, String claimer) {
            return rows.containsKey(id) && claimer.equals(rows.get(id).claimer);
        }
    }

    private static final class ModelRow {
        private final Notification notification;
        private final int turn;
        private int attempts;
        private Instant dueAt;
        private String claimer;
        private boolean parked;

        ModelRow(Notification notification, int turn) {
            this.notification = notification;
            this.turn = turn;
        }

        Claim toClaim() {
            return new Claim(notification, attempts);
        }

        boolean isBefore(ModelRow other) {
            var one = notification;
            var two = other.notification;
            return one.conversation().equals(two.conversation())
                    && one.recipient().equals(two.recipient())
                    && (one.revision() < two.revision()
                            || (one.revision() == two.revision() && one.ordinal() < two.ordinal()));
        }
    }
}
