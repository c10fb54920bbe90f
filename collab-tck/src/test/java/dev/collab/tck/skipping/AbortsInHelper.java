package dev.collab.tck.skipping;

import org.opentest4j.TestAbortedException;

/** Takes an exception that aborts as an argument, so that only a descriptor shows it. */
public final class AbortsInHelper extends Good {
    static int lines(int before, TestAbortedException reason) {
        return before + 1;
    }
}
