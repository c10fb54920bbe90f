package dev.collab.model;

/** Says who may use a rule of the policy. */
public enum Adder {
    /** The assignee. */
    ASSIGNEE,

    /** An active collaborator. */
    COLLABORATOR,

    /** A supervisor of the conversation's group. */
    SUPERVISOR,

    /** An admin of the inbox. */
    ADMIN,

    /** Any agent of the inbox who can read the conversation. */
    ANY_AGENT,

    /** An automation of the host; it can never read what it adds somebody to. */
    SYSTEM
}
