package dev.collab.tck.skipping;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.collab.spi.Storage;

/** Leaves it to the class it extends. */
public final class ExtendsOneThatAssumes extends ExtendsOneThatAssumesBase {}

/** Is a class that many tests of a host extend. */
abstract class ExtendsOneThatAssumesBase extends Good {
    @Override
    protected Storage emptyStorage() {
        assumeFalse(System.getenv("NO_SUCH_DATABASE") == null, "no database");
        return super.emptyStorage();
    }
}
