package dev.collab.outcome;

/** Is thrown when a command or a read could not be decided or stored; carries ids, never text of a conversation. */
public abstract sealed class CollabException extends RuntimeException
        permits CommandOutcomeUnknownException,
                DirectoryUnavailableException,
                LeakPreventedException,
                RaceLostException {
    private static final long serialVersionUID = 1L;

    CollabException(String message, Throwable cause) {
        super(message, cause);
    }

    CollabException(String message) {
        super(message);
    }

    /** {@return whether the same call may succeed later, with nothing done so far} */
    public abstract boolean isRetryable();
}
