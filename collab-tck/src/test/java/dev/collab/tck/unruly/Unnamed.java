package dev.collab.tck.unruly;

import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Has a test that does not say which rule it proves. */
public final class Unnamed {
    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("finds")
    void finds() {}

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    void nameless() {}
}
