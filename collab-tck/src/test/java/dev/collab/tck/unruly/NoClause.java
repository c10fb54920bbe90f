package dev.collab.tck.unruly;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Has a test that does not say which port answers for it. */
public final class NoClause {
    @Test
    @DisplayName("B-1 finds")
    void finds() {}
}
