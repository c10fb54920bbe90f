package dev.collab.model;

/**
 * Names a group of agents of the host.
 *
 * <p>Equality is exact: case, width and normal form of the characters count. Ordered by UTF-16 code unit.
 *
 * @param value 1 to 200 characters, well-formed Unicode without control characters and without
 *     blanks at either end; anything else is refused with {@link InvalidArgumentException}
 */
public record GroupId(String value) implements Comparable<GroupId> {
    /** Checks the value. */
    public GroupId {
        Checks.id("group", value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    /** {@return the bare value, as logs and messages show it} */
    @Override
    public String toString() {
        return value;
    }
}
