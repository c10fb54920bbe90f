package dev.collab.tck.elsewhere;

import org.opentest4j.TestAbortedException;

/** Aborts whatever calls it. */
public final class Aborting {
    private Aborting() {}

    /** Aborts, as no machine has such a database. */
    public static void unlessThereIsADatabase() {
        if (System.getenv("NO_SUCH_DATABASE") == null) {
            throw new TestAbortedException("no database");
        }
    }
}
