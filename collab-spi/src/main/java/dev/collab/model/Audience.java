package dev.collab.model;

/** Says for whom an entry is meant; whoever wrote it and the admins of the inbox see it besides. */
public enum Audience {
    /** The customer and everyone on the conversation. */
    PUBLIC,

    /** Every agent on the conversation. */
    AGENTS,

    /** The assignee, whoever that is when it is read. */
    ASSIGNEE,

    /** The agents the entry names. */
    NAMED
}
