package dev.collab.tck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asks whether the adapter's own test lets the contract run as a whole. */
@ExtendWith(Explained.class)
public abstract class UnskippedSuite {
    private final Class<?> test;
    private final Class<?> contract;

    /**
     * Makes a suite.
     *
     * @param test the test of the adapter
     * @param contract the contract it extends
     */
    protected UnskippedSuite(Object test, Class<?> contract) {
        this.test = test.getClass();
        this.contract = contract;
    }

    @Test
    @Clause(value = "the test", read = Chapter.THE_KIT)
    @DisplayName("P-44 leaves nothing out: it assumes nothing, aborts nothing and disables nothing")
    void unskipped() {
        assertThat(Skipping.mentionedBy(test, contract))
                .as("what the class files of %s mention", test.getName())
                .isEmpty();
    }
}
