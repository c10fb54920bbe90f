package dev.collab.tck.skipping;

import dev.collab.tck.elsewhere.Aborting;
import org.junit.jupiter.api.BeforeEach;

/** Lets another class abort before each test. */
public final class AbortsWithoutMention extends Good {
    @BeforeEach
    void begin() {
        Aborting.unlessThereIsADatabase();
    }
}
