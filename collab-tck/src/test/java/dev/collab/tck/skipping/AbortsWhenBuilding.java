package dev.collab.tck.skipping;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.collab.spi.Storage;

/** Has no storage on a machine without one, and thinks that this is no failure. */
public final class AbortsWhenBuilding extends Good {
    @Override
    protected Storage emptyStorage() {
        assumeTrue(System.getenv("NO_SUCH_DATABASE") != null, "no database");
        return super.emptyStorage();
    }
}
