package dev.collab.tck.unruly;

import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Has tests that the test of an adapter could override with nothing. */
public class Overridable {
    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-1 finds")
    public void finds() {}

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-1 P-22 finds no other")
    protected void findsNoOther() {}
}
