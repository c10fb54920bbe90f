package dev.collab.model;

/** Says why a collaboration ended. */
public enum EndReason {
    /** The collaborator left. */
    LEFT,

    /** Somebody entitled to removed them. */
    REMOVED,

    /** The conversation was assigned to them. */
    BECAME_ASSIGNEE,

    /** The conversation was resolved. */
    RESOLVED,

    /** The conversation was closed. */
    CLOSED,

    /** Collaboration was switched off for the inbox. */
    SWITCHED_OFF,

    /** The time given to them was over. */
    TIME_BOX,

    /** There was no place left when the conversation was reopened. */
    OVER_LIMIT,

    /** The inbox the conversation moved to does not allow them. */
    MOVED,

    /** Their conversation was merged into another one. */
    MERGED
}
