package dev.collab.model;

/**
 * Names one notification, the same at every delivery of it.
 *
 * <p>Equality is exact: case, width and normal form of the characters count. Ordered by UTF-16 code unit.
 *
 * @param value 1 to 200 characters, well-formed Unicode without control characters and without
 *     blanks at either end; anything else is refused with {@link InvalidArgumentException}
 */
public record NotificationId(String value) implements Comparable<NotificationId> {
    /** Checks the value. */
    public NotificationId {
        Checks.id("notification", value);
    }

    @Override
    public int compareTo(NotificationId other) {
        return value.compareTo(other.value);
    }

    /** {@return the bare value, as logs and messages show it} */
    @Override
    public String toString() {
        return value;
    }
}
