package dev.collab.model;

/**
 * Names an agent of the host, a person or a bot.
 *
 * <p>Equality is exact: case, width and normal form of the characters count. Ordered by UTF-16 code unit.
 *
 * @param value 1 to 200 characters, well-formed Unicode without control characters and without
 *     blanks at either end; anything else is refused with {@link InvalidArgumentException}
 */
public record AgentId(String value) implements Comparable<AgentId> {
    /** Checks the value. */
    public AgentId {
        Checks.id("agent", value);
    }

    @Override
    public int compareTo(AgentId other) {
        return value.compareTo(other.value);
    }

    /** {@return the bare value, as logs and messages show it} */
    @Override
    public String toString() {
        return value;
    }
}
