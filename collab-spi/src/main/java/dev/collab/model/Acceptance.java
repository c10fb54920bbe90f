package dev.collab.model;

/** Says whether an added agent has to agree first. */
public enum Acceptance {
    /** They take part at once. */
    INSTANT,

    /** They are asked and take part once they accept. */
    INVITATION
}
