package dev.collab.tck.skipping;

import dev.collab.spi.Storage;
import org.opentest4j.TestAbortedException;

/** Hides in a class inside of it what it does. */
public final class AbortsInInnerClass extends Good {
    @Override
    protected Storage emptyStorage() {
        Database.ask();
        return super.emptyStorage();
    }

    private static final class Database {
        static void ask() {
            if (System.getenv("NO_SUCH_DATABASE") == null) {
                throw new TestAbortedException("no database");
            }
        }
    }
}
