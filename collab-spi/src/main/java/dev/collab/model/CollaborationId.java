package dev.collab.model;

/**
 * Names one collaboration; adding the same agent again makes a new one.
 *
 * <p>Equality is exact: case, width and normal form of the characters count. Ordered by UTF-16 code unit.
 *
 * @param value 1 to 200 characters, well-formed Unicode without control characters and without
 *     blanks at either end; anything else is refused with {@link InvalidArgumentException}
 */
public record CollaborationId(String value) implements Comparable<CollaborationId> {
    /** Checks the value. */
    public CollaborationId {
        Checks.id("collaboration", value);
    }

    @Override
    public int compareTo(CollaborationId other) {
        return value.compareTo(other.value);
    }

    /** {@return the bare value, as logs and messages show it} */
    @Override
    public String toString() {
        return value;
    }
}
