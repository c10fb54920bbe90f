package dev.collab.outcome;

/** Thrown by {@link Outcome#orElseThrow} for a rejection. */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Details details;

    RejectedException(Reason reason, Details details) {
        super(reason.name());
        this.reason = reason;
        this.details = details;
    }

    /** {@return why it was rejected} */
    public Reason reason() {
        return reason;
    }

    /** {@return what the reason is about} */
    public Details details() {
        return details;
    }
}
