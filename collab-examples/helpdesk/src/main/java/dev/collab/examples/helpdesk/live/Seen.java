package dev.collab.examples.helpdesk.live;

/** Says what somebody may know of a conversation. */
public enum Seen {
    /** Not that it exists. */
    NOTHING,
    /** That they are invited, and not when something happens there. */
    INVITATION,
    /** All that its desk shows them. */
    CONVERSATION
}
