package dev.collab.model;

/**
 * Names a customer of the host.
 *
 * <p>Equality is exact: case, width and normal form of the characters count. Ordered by UTF-16 code unit.
 *
 * @param value 1 to 200 characters, well-formed Unicode without control characters and without
 *     blanks at either end; anything else is refused with {@link InvalidArgumentException}
 */
public record CustomerId(String value) implements Comparable<CustomerId> {
    /** Checks the value. */
    public CustomerId {
        Checks.id("customer", value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    /** {@return the bare value, as logs and messages show it} */
    @Override
    public String toString() {
        return value;
    }
}
