package dev.collab.model;

/** Says which sequence a scope counts in. */
public enum Numbering {
    /** The sequence of all entries. */
    AGENTS,

    /** The customer's own dense sequence of what they may see. */
    CUSTOMER
}
