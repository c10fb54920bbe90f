package dev.collab.model;

/** Says what an agent is in an inbox. */
public enum InboxRole {
    /** Works in the inbox. */
    AGENT,

    /** Leads the groups they belong to, as far as this inbox goes. */
    SUPERVISOR,

    /** Sets the inbox up and leads all of its conversations. */
    ADMIN
}
