package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.time.Instant;

/** Lets what is parked stand in the way of what comes after it. */
final class BrokenParking extends Delegating {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Override
    public boolean fail(NotificationId notification, String claimer, Failure failure) {
        return super.fail(notification, claimer, failure.retryAt() == null ? new Failure(NEVER) : failure);
    }
}
