package dev.collab.model;

import org.jspecify.annotations.Nullable;

/** Thrown when an argument can never be right, whatever the state of anything; names the argument. */
public final class InvalidArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String argument;

    /**
     * Creates the exception.
     *
     * @param argument the name of the argument, as the javadoc of the call has it
     * @param problem what is wrong with it, in words that follow the name; never the value itself
     */
    public InvalidArgumentException(String argument, String problem) {
        super(argument + " " + problem);
        this.argument = argument;
    }

    /**
     * Refuses null, which callers without a null checker may pass.
     *
     * @param <T> the argument's type
     * @param argument the name of the argument
     * @param value the argument
     * @return the argument
     * @throws InvalidArgumentException if it is null
     */
    public static <T> T ifNull(String argument, @Nullable T value) {
        if (value == null) {
            throw new InvalidArgumentException(argument, "must not be null");
        }
        return value;
    }

    /** {@return the name of the argument that was refused} */
    public String argument() {
        return argument;
    }
}
