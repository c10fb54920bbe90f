package dev.collab.model;

/**
 * Tells a retry of a command from a new command.
 *
 * <p>Equality is exact: case, width and normal form of the characters count. Ordered by UTF-16 code unit.
 *
 * @param value 1 to 200 characters, well-formed Unicode without control characters and without
 *     blanks at either end; anything else is refused with {@link InvalidArgumentException}
 */
public record CommandKey(String value) implements Comparable<CommandKey> {
    /** Checks the value. */
    public CommandKey {
        Checks.id("command key", value);
    }

    @Override
    public int compareTo(CommandKey other) {
        return value.compareTo(other.value);
    }

    /** {@return the bare value, as logs and messages show it} */
    @Override
    public String toString() {
        return value;
    }
}
