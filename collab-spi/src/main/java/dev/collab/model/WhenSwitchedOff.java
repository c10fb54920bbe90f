package dev.collab.model;

/** Says what switching collaboration off does to those who take part. */
public enum WhenSwitchedOff {
    /** Ends all collaborations of the inbox at once. */
    END,

    /** They stay until they leave. */
    KEEP
}
