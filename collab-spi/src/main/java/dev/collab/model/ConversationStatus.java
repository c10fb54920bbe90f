package dev.collab.model;

/** Says where a conversation is in its life. */
public enum ConversationStatus {
    /** Being worked on: assigned, or in its group's queue. */
    OPEN,

    /** Answered; the customer reopens it by writing. */
    RESOLVED,

    /** Final. */
    CLOSED
}
