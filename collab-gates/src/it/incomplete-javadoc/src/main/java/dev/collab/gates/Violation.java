package dev.collab.gates;

/** Leaves parts out. */
public final class Violation {
    private Violation() {}

    /** Is a record. */
    public record Components(int component) {}

    /**
     * Is a generic record.
     *
     * @param component says what it is
     */
    public record TypeParameters<T>(T component) {}

    /** Takes a parameter. */
    public static void parameters(int parameter) {}

    /** Returns a number. */
    public static int result() {
        return 1;
    }

    /** {@return a number} */
    public static int complete() {
        return 1;
    }

    /** Has no full stop */
    public static void sentence() {}
}
