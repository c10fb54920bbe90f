package dev.collab.tck.unruly;

import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** Has a test that newer versions of JUnit count in another way. */
public final class Repeats {
    @RepeatedTest(2)
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-1 finds")
    void finds() {}
}
