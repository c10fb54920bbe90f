package dev.collab.tck.skipping;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.collab.spi.Storage;

/** Assumes with the other library. */
public final class AssumesByAssertJ extends Good {
    @Override
    protected Storage emptyStorage() {
        assumeThat(System.getenv("NO_SUCH_DATABASE")).isNotNull();
        return super.emptyStorage();
    }
}
