package dev.collab.model;

/**
 * Is a key that entries are indexed under and scopes ask for: an audience, or one agent.
 *
 * @param code the audience's name, or {@code agent:} and the agent's id; short enough for an index
 */
public record AudienceKey(String code) implements Comparable<AudienceKey> {
    /**
     * Gives the key of an audience.
     *
     * @param audience the audience
     * @return its key
     */
    public static AudienceKey of(Audience audience) {
        return new AudienceKey(audience.name());
    }

    /**
     * Gives the key of what one agent sees besides the audiences they belong to.
     *
     * @param reader the agent
     * @return their key
     */
    public static AudienceKey of(AgentId reader) {
        return new AudienceKey("agent:" + reader.value());
    }

    @Override
    public int compareTo(AudienceKey other) {
        return code.compareTo(other.code);
    }
}
