package dev.collab.model;

/** Says how a collaboration came about. */
public enum CollaborationOrigin {
    /** Another agent added them, effective at once. */
    ADDED,

    /** They accepted an invitation. */
    INVITED,

    /** A lead joined on their own. */
    JOINED,

    /** They handed the conversation over and stayed. */
    KEPT,

    /** A mention added them. */
    MENTIONED,

    /** Their conversation was merged into this one. */
    MERGED
}
