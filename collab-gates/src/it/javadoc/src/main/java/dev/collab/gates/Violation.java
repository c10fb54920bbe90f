package dev.collab.gates;

/** Has a method without a word. */
public final class Violation {
    private Violation() {}

    public static void undocumented() {}
}
