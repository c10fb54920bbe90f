package dev.collab.model;

/** Says what resolving a conversation does to its collaborations. */
public enum WhenResolved {
    /** Ends them. */
    END,

    /** Suspends them: they read on and resume when it is reopened. */
    SUSPEND,

    /** Leaves them as they are. */
    KEEP
}
