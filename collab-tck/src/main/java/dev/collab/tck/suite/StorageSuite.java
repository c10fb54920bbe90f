package dev.collab.tck.suite;

import dev.collab.spi.Storage;
import dev.collab.tck.Variation;
import org.junit.jupiter.api.extension.ExtendWith;

/** Is a group of tests over a storage; the contract makes a nested class of each. */
@ExtendWith(Explained.class)
public abstract class StorageSuite {
    private final StorageBench bench;

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected StorageSuite(StorageBench bench) {
        this.bench = bench;
    }

    /** {@return what is known of the storage under test} */
    protected final StorageBench bench() {
        return bench;
    }

    /** {@return an empty storage that shares nothing with those given before} */
    protected final Storage empty() {
        return bench.empty();
    }

    /**
     * Tells what the adapter says of itself.
     *
     * @param variation what it may declare
     * @return whether it does
     */
    protected final boolean declares(Variation variation) {
        return bench.variations().contains(variation);
    }
}
