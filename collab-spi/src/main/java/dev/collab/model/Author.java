package dev.collab.model;

/**
 * Names who did something, as it was known when they did it.
 *
 * @param kind on which side they stand
 * @param id the agent's or customer's id, or the name of the automation
 * @param name the name known then; it stays when the directory changes
 */
public record Author(ActorKind kind, String id, String name) {
    /** Checks the values. */
    public Author {
        Checks.id("author", id);
        Checks.label("author's name", name, 200);
    }

    /**
     * Tells whether this is the given agent.
     *
     * @param agent any agent
     * @return false for customers and automations, whatever their id
     */
    public boolean isAgent(AgentId agent) {
        return kind == ActorKind.AGENT && id.equals(agent.value());
    }
}
