package dev.collab;

/** A class. */
public final class Helper {

    private Helper() {}

    /** Helps. */
    public static void help() {}
}
