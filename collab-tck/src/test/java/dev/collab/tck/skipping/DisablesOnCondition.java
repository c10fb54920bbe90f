package dev.collab.tck.skipping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs a test of its own on one system only. */
public final class DisablesOnCondition extends Good {
    @Test
    @EnabledIfEnvironmentVariable(named = "NO_SUCH_DATABASE", matches = ".*")
    void own() {}
}
