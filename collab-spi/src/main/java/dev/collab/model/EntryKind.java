package dev.collab.model;

/** Says what an entry of the timeline tells. */
public enum EntryKind {
    /** The conversation was opened; always the first entry. */
    OPENED,

    /** The customer wrote. */
    CUSTOMER_MESSAGE,

    /** An agent answered the customer. */
    REPLY,

    /** An agent wrote to agents. */
    NOTE,

    /** The conversation was assigned to an agent. */
    ASSIGNED,

    /** The conversation was put into its group's queue. */
    QUEUED,

    /** A collaboration began. */
    COLLABORATION_STARTED,

    /** The level of a collaboration changed. */
    LEVEL_CHANGED,

    /** A collaboration was suspended. */
    COLLABORATION_SUSPENDED,

    /** A suspended collaboration was resumed. */
    COLLABORATION_RESUMED,

    /** A collaboration ended. */
    COLLABORATION_ENDED,

    /** An agent or a group was invited. */
    INVITED,

    /** An invitation ended. */
    INVITATION_ENDED,

    /** The facts a policy can look at were changed. */
    CASE_CHANGED,

    /** The conversation was resolved. */
    RESOLVED,

    /** The conversation was reopened. */
    REOPENED,

    /** The conversation was closed. */
    CLOSED,

    /** It was moved to another inbox. */
    MOVED,

    /** It was closed and goes on in another conversation. */
    MERGED_INTO,

    /** Another conversation goes on in it. */
    MERGED_FROM,

    /** An entry lost its text and attachments. */
    REDACTED,

    /** Somebody's name, and if they are the customer their text, was taken out of some of its entries. */
    ERASED;

    /**
     * Tells whether entries of this kind are for the customer.
     *
     * <p>It depends on nothing else, so that a note cannot be stored as one the customer may see.
     *
     * @return true for customer messages and replies only
     */
    public boolean isPublic() {
        return this == CUSTOMER_MESSAGE || this == REPLY;
    }
}
