package dev.collab.model;

/** Says whether an agent can be expected to react now. */
public enum Presence {
    /** At work. */
    ONLINE,

    /** At work, not at the desk. */
    AWAY,

    /** Not at work. */
    OFFLINE
}
