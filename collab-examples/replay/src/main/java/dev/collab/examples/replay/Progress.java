package dev.collab.examples.replay;

import java.io.PrintStream;
import java.util.Locale;

/** Says on a long file how far it is, how fast, and how much memory that takes. */
final class Progress {
    private static final int EVERY = 1_000;
    private static final double NANOS = 1_000_000_000;
    private static final long MEGABYTE = 1_000_000;

    private final PrintStream err;
    private final long start = System.nanoTime();

    /** Starts the clock. */
    Progress(PrintStream err) {
        this.err = err;
    }

    /** Says it, if so many chats are a reason to. */
    void print(long chats) {
        if (chats % EVERY == 0) {
            double seconds = (System.nanoTime() - start) / NANOS;
            var runtime = Runtime.getRuntime();
            long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
            err.printf(Locale.ROOT, "%d chats, %.0f per second, %d MB of heap in use%n", chats, chats / seconds, used);
        }
    }
}
