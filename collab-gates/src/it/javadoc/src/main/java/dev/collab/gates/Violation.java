package dev.collab.gates;

/** Points at {@link Absent}. */
public final class Violation {
    private Violation() {}
}
