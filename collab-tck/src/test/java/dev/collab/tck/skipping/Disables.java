package dev.collab.tck.skipping;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Disables a test of its own, beside which others could be. */
public final class Disables extends Good {
    @Test
    @Disabled("some day")
    void own() {}
}
