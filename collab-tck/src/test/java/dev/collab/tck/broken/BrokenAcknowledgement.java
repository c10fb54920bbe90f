package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.time.Instant;

/** Marks a notification as delivered, and does not look at the mark. */
final class BrokenAcknowledgement extends Delegating {
    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        return super.fail(notification, claimer, new Failure(Instant.parse("2100-01-01T00:00:00Z")));
    }
}
