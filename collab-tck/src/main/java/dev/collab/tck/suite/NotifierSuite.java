package dev.collab.tck.suite;

import dev.collab.spi.Notifier;
import dev.collab.tck.NotifierVariation;
import org.junit.jupiter.api.extension.ExtendWith;

/** Is a group of tests over a notifier; the contract makes a nested class of each. */
@ExtendWith(Explained.class)
public abstract class NotifierSuite {
    private final NotifierBench bench;

    /**
     * Makes a suite.
     *
     * @param bench the notifier under test
     */
    protected NotifierSuite(NotifierBench bench) {
        this.bench = bench;
    }

    /** {@return what is known of the notifier under test} */
    protected final NotifierBench bench() {
        return bench;
    }

    /** {@return a notifier over a transport that works and on which nothing has arrived} */
    protected final Notifier fresh() {
        return bench.fresh();
    }

    /**
     * Tells what the adapter says of itself.
     *
     * @param variation what it may declare
     * @return whether it does
     */
    protected final boolean declares(NotifierVariation variation) {
        return bench.variations().contains(variation);
    }
}
