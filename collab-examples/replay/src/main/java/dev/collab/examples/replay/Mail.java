package dev.collab.examples.replay;

import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import java.util.List;

/**
 * Is what the relay carried out for a chat.
 *
 * @param toAgents what agents were told; to each of them in this order
 * @param toCustomer what the customer was sent, in this order
 * @param left how many notifications did not go out
 */
record Mail(List<AgentNotification> toAgents, List<CustomerMessage> toCustomer, int left) {
    /** Copies the lists. */
    Mail {
        toAgents = List.copyOf(toAgents);
        toCustomer = List.copyOf(toCustomer);
    }

    static Mail none() {
        return new Mail(List.of(), List.of(), 0);
    }
}
