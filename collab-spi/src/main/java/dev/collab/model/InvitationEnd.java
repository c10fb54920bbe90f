package dev.collab.model;

/** Says how an invitation ended. */
public enum InvitationEnd {
    /** The invitee accepted. */
    ACCEPTED,

    /** The invitee declined. */
    DECLINED,

    /** Its time to live was over. */
    EXPIRED,

    /** Somebody entitled to took it back. */
    WITHDRAWN,

    /** A direct add took its place. */
    REPLACED,

    /** Resolving, closing, merging, moving or switching off cancelled it. */
    CANCELLED
}
