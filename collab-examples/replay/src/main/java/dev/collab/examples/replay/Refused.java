package dev.collab.examples.replay;

import dev.collab.outcome.Reason;

/**
 * Is a line that nobody reads, because a rule refused it.
 *
 * @param turn the line
 * @param code why: a {@link Reason}, or {@value #NEVER_OPENED}
 */
record Refused(Turn turn, String code) {
    /** The code of an agent's line in a chat that no line of a customer opens. */
    static final String NEVER_OPENED = "NEVER_OPENED";

    static Refused of(Turn turn, Reason reason) {
        return new Refused(turn, reason.name());
    }

    /** {@return where it stands and why it was refused; never what it says} */
    @Override
    public String toString() {
        return "refused: line " + turn.number() + " (at " + turn.place() + "): " + code;
    }
}
