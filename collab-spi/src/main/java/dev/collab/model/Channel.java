package dev.collab.model;

/** Says how the customer talks to us. */
public enum Channel {
    /** A live chat. */
    LIVE_CHAT,

    /** A ticket that is answered by e-mail. */
    EMAIL_TICKET
}
