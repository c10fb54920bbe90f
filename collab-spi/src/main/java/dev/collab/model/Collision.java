package dev.collab.model;

/** Says what happens to a reply whose author missed something newer. */
public enum Collision {
    /** It is refused as held, with what was missed. */
    HOLD,

    /** It is sent, and the author is told what was missed. */
    WARN
}
