package dev.collab.spi;

import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the notifications of commits until they are delivered.
 *
 * <p>To one recipient, those of one conversation are claimed in the order of their revision and ordinal: while one is
 * claimed or waits for another try, later ones stay behind it, so a batch holds at most one of them. A parked one is
 * passed over.
 */
public interface Outbox {
    /**
     * Claims notifications for delivery.
     *
     * <p>Atomic: of several claimers, each notification goes to one until its lease runs out.
     *
     * @param claimer who will deliver them; 1 to 200 characters
     * @param now those whose time for another try has come, and whose lease is over, are claimed
     * @param leaseUntil until when they are the claimer's
     * @param limit how many at most, at least 1
     * @return the claimed ones, at most one of each conversation and recipient; empty if nothing is due
     */
    List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit);

    /**
     * Records that a notification was delivered or is not to be delivered any more, and lets go of it.
     *
     * <p>Also after the lease is over, as long as nobody else has claimed it since.
     *
     * @param notification which one
     * @param claimer who had claimed it
     * @return false, with nothing changed, if the claimer does not hold it any more
     */
    boolean acknowledge(NotificationId notification, String claimer);

    /**
     * Records that a delivery failed, and lets go of the notification.
     *
     * @param notification which one
     * @param claimer who had claimed it
     * @param failure what to do with it
     * @return false, with nothing changed, if the claimer does not hold it any more
     */
    boolean fail(NotificationId notification, String claimer, Failure failure);

    /**
     * Reads the parked notifications, in the order of their ids.
     *
     * @param after only those with a greater id; null from the start
     * @param limit how many at most, at least 1
     * @return empty if there are none
     */
    List<Claim> parked(@Nullable NotificationId after, int limit);

    /**
     * Makes a parked notification due again, as if it had never been tried.
     *
     * @param notification which one
     * @return false, with nothing changed, if it is not parked
     */
    boolean retry(NotificationId notification);

    /**
     * Is a notification with what is known of its delivery.
     *
     * @param notification what to deliver
     * @param attempts how often its delivery has failed
     */
    record Claim(Notification notification, int attempts) {}

    /**
     * Says what becomes of a notification that could not be delivered.
     *
     * @param retryAt when to try again; null to park it
     */
    record Failure(@Nullable Instant retryAt) {}
}
