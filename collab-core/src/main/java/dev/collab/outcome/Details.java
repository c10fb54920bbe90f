package dev.collab.outcome;

import dev.collab.model.AgentId;
import java.util.List;

/**
 * Says what the reason of a rejection is about; each room of the domain has its own kinds.
 *
 * <p>Details never say more than the one who is refused may know, and never hold text of a conversation unless their
 * type says so.
 */
public interface Details {
    /** Nothing besides the reason. */
    Details NONE = new None();

    /** Says nothing. */
    record None() implements Details {}

    /**
     * Names the agents the reason is about.
     *
     * @param agents who, in the order of the request
     */
    record Agents(List<AgentId> agents) implements Details {
        /** Copies the list. */
        public Agents {
            agents = List.copyOf(agents);
        }
    }
}
