package dev.collab.inmemory;

import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.spi.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Notifications until they are delivered.
 *
 * <p>One lock guards all of it and is held for a few steps in a tree at a time; whoever holds it asks for no other. Each
 * method takes place while it holds the lock.
 */
final class InMemoryOutbox implements Outbox {
    private static final int CLAIMER_LENGTH = 200;

    /** Visible to the test that stops a commit half-way. */
    final Lock lock = new ReentrantLock();

    private final Map<NotificationId, OutboxRow> rows = new HashMap<>();
    private final NavigableMap<NotificationId, OutboxRow> parked = new TreeMap<>();
    private final DeliveryLines lines = new DeliveryLines();
    private long taken;

    /** Takes the notifications of a commit, all of them or, if an id is known already, none. */
    void add(List<Notification> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            var ids = new HashSet<NotificationId>();
            for (var notification : notifications) {
                var id = notification.id();
                Arguments.that(ids.add(id) && !rows.containsKey(id), "notifications", "must have new ids");
            }
            for (var notification : notifications) {
                var row = new OutboxRow(notification, taken);
                taken++;
                rows.put(notification.id(), row);
                lines.add(row);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        Arguments.that(
                !claimer.isEmpty() && claimer.length() <= CLAIMER_LENGTH,
                "claimer",
                "must have 1 to " + CLAIMER_LENGTH + " characters");
        Arguments.atLeastOne("limit", limit);
        lock.lock();
        try {
            var claims = new ArrayList<Claim>();
            for (var row : lines.due(now, limit)) {
                row.claimer = claimer;
                lines.reschedule(row, leaseUntil);
                claims.add(row.toClaim());
            }
            return Collections.unmodifiableList(claims);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        lock.lock();
        try {
            var row = heldBy(notification, claimer);
            if (row == null) {
                return false;
            }
            lines.remove(row);
            rows.remove(notification);
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean fail(NotificationId notification, String claimer, Failure failure) {
        lock.lock();
        try {
            var row = heldBy(notification, claimer);
            if (row == null) {
                return false;
            }
            row.attempts++;
            row.claimer = null;
            if (failure.retryAt() == null) {
                lines.remove(row);
                parked.put(notification, row);
            } else {
                lines.reschedule(row, failure.retryAt());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Claim> parked(@Nullable NotificationId after, int limit) {
        Arguments.atLeastOne("limit", limit);
        lock.lock();
        try {
            var rest = after == null ? parked : parked.tailMap(after, false);
            return rest.values().stream().limit(limit).map(OutboxRow::toClaim).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean retry(NotificationId notification) {
        lock.lock();
        try {
            var row = parked.remove(notification);
            if (row == null) {
                return false;
            }
            row.attempts = 0;
            row.dueAt = null;
            lines.add(row);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a row its claimer has not let go of; a lease that ran out takes it away only once another has claimed it. */
    private @Nullable OutboxRow heldBy(NotificationId notification, String claimer) {
        var row = rows.get(notification);
        return row != null && claimer.equals(row.claimer) ? row : null;
    }
}
