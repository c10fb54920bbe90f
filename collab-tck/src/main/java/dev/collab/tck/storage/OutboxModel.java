package dev.collab.tck.storage;

import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Outbox.Failure;
import dev.collab.tck.storage.OutboxWorld.Line;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the outbox is by its words: a list that is searched from end to end. */
final class OutboxModel {
    private final Map<NotificationId, Row> rows = new LinkedHashMap<>();

    void add(List<Notification> notifications) {
        notifications.forEach(notification -> rows.put(notification.id(), new Row(notification)));
    }

    /** What may be claimed: the first of each line, if its time has come. */
    List<Claim> due(Instant now) {
        return firsts().filter(row -> row.dueAt == null || !row.dueAt.isAfter(now))
                .map(Row::toClaim)
                .toList();
    }

    /** Which of them an adapter takes first is its own choice, so it says what it took. */
    void take(List<Claim> claims, String claimer, Instant leaseUntil) {
        for (var claim : claims) {
            var row = row(claim.notification().id());
            row.claimer = claimer;
            row.dueAt = leaseUntil;
        }
    }

    boolean acknowledge(NotificationId id, String claimer) {
        return isHeld(id, claimer) && rows.remove(id) != null;
    }

    boolean fail(NotificationId id, String claimer, Failure failure) {
        if (!isHeld(id, claimer)) {
            return false;
        }
        var row = row(id);
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
                .map(Row::toClaim)
                .toList();
    }

    List<NotificationId> ids() {
        return List.copyOf(rows.keySet());
    }

    /** Those that stand first in their line, claimed or not. */
    List<NotificationId> firstIds() {
        return firsts().map(row -> row.notification.id()).toList();
    }

    List<Claim> unparked() {
        return rows.values().stream()
                .filter(row -> !row.parked)
                .map(Row::toClaim)
                .toList();
    }

    private Stream<Row> firsts() {
        return rows.values().stream()
                .filter(row ->
                        !row.parked && rows.values().stream().noneMatch(other -> !other.parked && other.isBefore(row)));
    }

    private boolean isHeld(NotificationId id, String claimer) {
        return rows.containsKey(id) && claimer.equals(row(id).claimer);
    }

    private Row row(NotificationId id) {
        var row = rows.get(id);
        if (row == null) {
            throw new AssertionError("the outbox gave " + id + ", which it was never told");
        }
        return row;
    }

    private static final class Row {
        private final Notification notification;
        private int attempts;
        private @Nullable Instant dueAt;
        private @Nullable String claimer;
        private boolean parked;

        Row(Notification notification) {
            this.notification = notification;
        }

        Claim toClaim() {
            return new Claim(notification, attempts);
        }

        boolean isBefore(Row other) {
            var one = notification;
            var two = other.notification;
            return Line.of(one).equals(Line.of(two))
                    && (one.revision() < two.revision()
                            || (one.revision() == two.revision() && one.ordinal() < two.ordinal()));
        }
    }
}
