package dev.collab.outcome;

/** Thrown to agents while the host's directory does not answer; nothing was changed. */
public final class DirectoryUnavailableException extends CollabException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param cause what the directory threw
     */
    public DirectoryUnavailableException(Throwable cause) {
        super("the directory does not answer", cause);
    }

    /** {@return true} */
    @Override
    public boolean isRetryable() {
        return true;
    }
}
