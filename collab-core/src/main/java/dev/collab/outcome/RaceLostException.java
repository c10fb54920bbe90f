package dev.collab.outcome;

/** Thrown when others changed the same thing faster, at every attempt; nothing was changed. */
public final class RaceLostException extends CollabException {
    private static final long serialVersionUID = 1L;

    private final int attempts;

    /**
     * Creates the exception.
     *
     * @param what the kind and id of what was contended
     * @param attempts how often it was tried
     */
    public RaceLostException(String what, int attempts) {
        super("lost the race for " + what + " at each of " + attempts + " attempts");
        this.attempts = attempts;
    }

    /** {@return how often it was tried} */
    public int attempts() {
        return attempts;
    }

    /** {@return true} */
    @Override
    public boolean isRetryable() {
        return true;
    }
}
