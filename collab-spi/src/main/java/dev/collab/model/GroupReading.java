package dev.collab.model;

/** Says which conversations of their group agents read without taking part. */
public enum GroupReading {
    /** Those waiting in the group's queue. */
    QUEUED,

    /** All of the group's. */
    ALL
}
