package dev.collab.examples.helpdesk.live;

import dev.collab.model.AgentId;
import dev.collab.model.CustomerId;

/** Is somebody who has a screen open. */
public sealed interface Watcher {
    /**
     * Is an agent.
     *
     * @param id who
     */
    record Agent(AgentId id) implements Watcher {}

    /**
     * Is a customer.
     *
     * @param id who
     */
    record Customer(CustomerId id) implements Watcher {}
}
