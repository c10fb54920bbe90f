package dev.collab.notification;

import dev.collab.model.NotificationId;
import dev.collab.spi.Directory;
import dev.collab.spi.Listener;
import dev.collab.spi.Notifier;
import dev.collab.spi.Outbox;
import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Outbox.Failure;
import dev.collab.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries notifications from the outbox to the host's notifier.
 *
 * <p>The host drives it: {@link #pumpOnce} in a timer of its own, or {@link RelayRunner}. Any number of relays share the
 * work. Each notification is delivered at least once, under the same id, in order for one conversation and recipient;
 * what keeps failing is parked and passed over. What is delivered is rendered then, from what the recipient may see
 * then.
 */
public final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final String name;
    private final Outbox outbox;
    private final Notifier notifier;
    private final Listener listener;
    private final InstantSource time;
    private final RelayOptions options;
    private final Rendering rendering;

    /**
     * Makes a relay; hosts ask their {@code Collab} for one.
     *
     * @param name tells relays apart, 1 to 200 characters; no two that run at once share one
     * @param storage the tenant's storage
     * @param directory the tenant's directory
     * @param notifier whom to hand deliveries to
     * @param listener who watches
     * @param time the clock
     * @param options how it works
     * @param tokens signs what answers answer; empty to hand out no tokens
     */
    public Relay(
            String name,
            Storage storage,
            Directory directory,
            Notifier notifier,
            Listener listener,
            InstantSource time,
            RelayOptions options,
            Optional<ReplyTokens> tokens) {
        this.name = name;
        this.outbox = storage.outbox();
        this.notifier = notifier;
        this.listener = listener;
        this.time = time;
        this.options = options;
        this.rendering = new Rendering(storage.conversations(), directory, options.noteText(), tokens);
    }

    /**
     * Claims one batch and delivers it.
     *
     * @return how many notifications were claimed; 0 if nothing is due, and less than a batch if little is
     */
    public int pumpOnce() {
        var now = time.instant();
        var claims = outbox.claim(name, now, now.plus(options.lease()), options.batch());
        for (var claim : claims) {
            deliver(claim);
        }
        return claims.size();
    }

    /**
     * Reads the parked notifications.
     *
     * @param after only those with a greater id; null from the start
     * @param limit how many at most, at least 1
     * @return empty if there are none
     */
    public List<Claim> parked(@Nullable NotificationId after, int limit) {
        return outbox.parked(after, limit);
    }

    /**
     * Makes a parked notification due again.
     *
     * @param notification which one
     * @return false if it is not parked
     */
    public boolean retry(NotificationId notification) {
        return outbox.retry(notification);
    }

    private void deliver(Claim claim) {
        var notification = claim.notification();
        boolean delivered;
        try {
            delivered = rendering.deliver(notification, notifier, time.instant());
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (Throwable failure) {
            // A notifier may throw anything; what it cannot deliver must not hold up the rest.
            failed(claim, failure);
            return;
        }
        // Only now: whoever dies before this has it delivered again, under the same id.
        outbox.acknowledge(notification.id(), name);
        if (delivered) {
            var lag = Duration.between(notification.at(), time.instant());
            tell(one -> one.delivered(notification.id(), notification.inbox(), notification.kind(), lag));
        } else {
            tell(one -> one.dropped(notification.id(), notification.inbox(), notification.kind()));
        }
    }

    private void failed(Claim claim, Throwable failure) {
        var notification = claim.notification();
        int attempts = claim.attempts() + 1;
        boolean parks = attempts >= options.attempts();
        Instant retryAt = parks ? null : time.instant().plus(options.wait(attempts));
        outbox.fail(notification.id(), name, new Failure(retryAt));
        var cause = failure.getClass().getName();
        if (parks) {
            LOG.warn("notification {} parked after {} attempts: {}", notification.id(), attempts, cause);
        } else {
            LOG.debug("notification {} failed, attempt {}: {}", notification.id(), attempts, cause);
        }
        tell(one -> one.deliveryFailed(notification.id(), notification.inbox(), attempts, parks));
    }

    private void tell(Consumer<Listener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException failure) {
            LOG.warn("the listener failed: {}", failure.getClass().getName());
        }
    }
}
