package dev.collab.model;

/** Says what a collaborator may do; a later constant includes the earlier ones. */
public enum Level {
    /** Reads. */
    OBSERVER,

    /** Reads and writes notes. */
    ADVISER,

    /** Reads, writes notes and replies to the customer. */
    RESPONDER;

    /**
     * Gives the lower of two levels.
     *
     * @param other the other level
     * @return the one that allows less
     */
    public Level atMost(Level other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
