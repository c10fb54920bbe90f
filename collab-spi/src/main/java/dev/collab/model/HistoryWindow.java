package dev.collab.model;

/** Says how far back a new collaborator reads. */
public enum HistoryWindow {
    /** From the first entry. */
    FULL,

    /** From the entry that added them. */
    FROM_ADD
}
