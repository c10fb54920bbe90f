package dev.collab.model;

/** Says what a notification tells its recipient. */
public enum NotificationKind {
    /** They were added. */
    ADDED,

    /** Their collaboration ended, not by their own doing. */
    REMOVED,

    /** Their level changed. */
    LEVEL_CHANGED,

    /** They are invited. */
    INVITED,

    /** Their invitation was accepted or declined. */
    ANSWERED,

    /** Their invitation expired. */
    EXPIRED,

    /** They were mentioned. */
    MENTIONED,

    /** A note was written for them. */
    NOTE,

    /** The customer wrote. */
    CUSTOMER_WROTE,

    /** A colleague replied to the customer. */
    COLLEAGUE_REPLIED,

    /** The conversation was resolved. */
    RESOLVED,

    /** The conversation was reopened. */
    REOPENED,

    /** The conversation was assigned, to them or away from them. */
    ASSIGNED,

    /** The last collaborator left a conversation that nobody is assigned to. */
    UNATTENDED,

    /** To the customer: a reply that the host sends over the channel. */
    OUTGOING_REPLY,

    /** To the customer's channel: something that was handed over has been redacted since. */
    OUTGOING_REDACTED
}
