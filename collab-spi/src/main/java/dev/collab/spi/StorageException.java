package dev.collab.spi;

/** Thrown by an adapter that cannot do what it was asked to. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    private StorageException(String message, Throwable cause, boolean outcomeUnknown) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Says that nothing was changed.
     *
     * @param message what failed; ids and codes, never text of a conversation
     * @param cause why
     * @return the exception to throw
     */
    public static StorageException nothingChanged(String message, Throwable cause) {
        return new StorageException(message, cause, false);
    }

    /**
     * Says that a change may or may not have been made.
     *
     * @param message what failed; ids and codes, never text of a conversation
     * @param cause why
     * @return the exception to throw
     */
    public static StorageException outcomeUnknown(String message, Throwable cause) {
        return new StorageException(message, cause, true);
    }

    /** {@return whether a change may have been made; only a retry of the command tells} */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
