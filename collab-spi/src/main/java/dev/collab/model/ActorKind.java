package dev.collab.model;

/** Says on which side an actor stands. */
public enum ActorKind {
    /** An agent, whatever their role. */
    AGENT,

    /** The customer of the conversation. */
    CUSTOMER,

    /** An automation of the host. */
    SYSTEM
}
