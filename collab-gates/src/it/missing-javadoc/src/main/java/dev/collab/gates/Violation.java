package dev.collab.gates;

/** Has parts without a word. */
public final class Violation {
    public static final int FIELD = 1;

    /** Is an enum. */
    public enum Kind {
        CONSTANT
    }

    public interface Type {}

    public Violation() {}

    public void method() {}
}
