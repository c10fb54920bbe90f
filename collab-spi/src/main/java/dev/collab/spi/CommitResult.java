package dev.collab.spi;

/** Says whether a commit was stored. */
public enum CommitResult {
    /** All of it was stored. */
    COMMITTED,

    /** Nothing was stored: the conversation's revision is not the expected one. */
    CONVERSATION_CHANGED,

    /** Nothing was stored: the revision of the settings of an inbox is not the expected one. */
    SETTINGS_CHANGED
}
