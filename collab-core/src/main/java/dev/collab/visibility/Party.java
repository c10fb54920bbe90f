package dev.collab.visibility;

/** Says what somebody is to a conversation, as far as the rules ask; one person can be several. */
public enum Party {
    /** The customer whose conversation it is. */
    CUSTOMER,

    /** An automation of the host. */
    SYSTEM,

    /** The accountable agent. */
    ASSIGNEE,

    /** A collaborator, active or suspended. */
    COLLABORATOR,

    /** The assignee or an active collaborator who may write notes. */
    ADVISER,

    /** The assignee or an active collaborator who may reply to the customer. */
    RESPONDER,

    /** A supervisor of the conversation's group. */
    SUPERVISOR,

    /** An admin of the conversation's inbox. */
    ADMIN,

    /** An agent of the conversation's group. */
    GROUP_AGENT,

    /** Any agent who works in the conversation's inbox. */
    INBOX_AGENT,

    /** An agent who may read without taking part. */
    READER
}
