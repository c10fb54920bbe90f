package dev.collab.gates;

/**
 * Has an empty paragraph.
 *
 * <p>
 */
public final class Violation {
    private Violation() {}
}
