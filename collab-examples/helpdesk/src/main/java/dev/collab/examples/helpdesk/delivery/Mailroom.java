package dev.collab.examples.helpdesk.delivery;

import dev.collab.examples.helpdesk.live.Wake;
import dev.collab.examples.helpdesk.live.Wakes;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier;

/**
 * Is the host's notifier: it keeps what it is handed and wakes those it is for.
 *
 * <p>It is called again after a failure, and by another process if this one dies; as the same id is kept once, nobody is
 * told twice.
 */
public final class Mailroom implements Notifier {
    private final Deliveries deliveries;
    private final Wakes wakes;

    /**
     * Opens.
     *
     * @param deliveries where to keep things
     * @param wakes who tells open screens
     */
    public Mailroom(Deliveries deliveries, Wakes wakes) {
        this.deliveries = deliveries;
        this.wakes = wakes;
    }

    @Override
    public void toAgent(AgentNotification notification) {
        deliveries.keep(Notice.of(notification));
        wakes.send(Wake.notice(notification.id()));
    }

    @Override
    public void toCustomer(CustomerMessage message) {
        if (message.kind() == NotificationKind.OUTGOING_REDACTED) {
            // What was sent stays sent; the host's own copy is gone.
            deliveries.redact(message.conversation(), message.customerSequence());
        } else {
            deliveries.keep(Letter.of(message));
        }
        wakes.send(Wake.customer(message.conversation()));
    }
}
