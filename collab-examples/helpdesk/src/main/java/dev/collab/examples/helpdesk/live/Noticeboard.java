package dev.collab.examples.helpdesk.live;

import dev.collab.model.AgentId;
import dev.collab.model.NotificationId;
import java.util.Optional;

/** Finds the notice a wake is about. */
@FunctionalInterface
public interface Noticeboard {
    /**
     * Finds a notice.
     *
     * @param id which
     * @return whom to tell what; empty if there is none
     */
    Optional<Told> find(NotificationId id);

    /**
     * Says whom to tell what.
     *
     * @param agent whom
     * @param event what
     */
    record Told(AgentId agent, Event event) {}
}
