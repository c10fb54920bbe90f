package dev.collab.model;

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

    /** {@return the name of the argument that was refused} */
    public String argument() {
        return argument;
    }
}
