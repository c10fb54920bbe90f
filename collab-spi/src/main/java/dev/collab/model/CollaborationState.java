package dev.collab.model;

/** Says whether a collaboration lets its agent act. */
public enum CollaborationState {
    /** Reads and acts at the level given. */
    ACTIVE,

    /** Reads on and acts not, until the conversation is reopened. */
    SUSPENDED
}
