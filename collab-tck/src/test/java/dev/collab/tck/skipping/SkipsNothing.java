package dev.collab.tck.skipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Has a test of its own, whose text only mentions that nothing is Disabled. */
public final class SkipsNothing extends Good {
    @Test
    void own() {
        assertThat("Disabled, Assumptions and org.junit.jupiter.api.Test").isNotEmpty();
    }
}
