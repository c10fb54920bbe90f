package dev.collab.inmemory;

/** Hears what a page costs, for the test that bounds it. */
interface Probe {
    /** Costs nothing to whoever does not count. */
    Probe NONE = () -> {};

    /** Hears that one place of an index, or one entry, was looked at. */
    void touched();
}
