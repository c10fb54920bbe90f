package dev.collab.tck.broken;

import dev.collab.model.NotificationId;

/** Says that it is done, whether there was something to do or not. */
final class BrokenUnknown extends Delegating {
    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        super.acknowledge(notification, claimer);
        return true;
    }
}
