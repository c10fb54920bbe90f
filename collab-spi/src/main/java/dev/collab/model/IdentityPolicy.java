package dev.collab.model;

/** Says under which name the customer sees a reply. */
public enum IdentityPolicy {
    /** The assignee's public name, the inbox's while nobody is assigned. */
    ASSIGNEE,

    /** The inbox's name. */
    INBOX,

    /** The public name of whoever wrote it. */
    AUTHOR
}
