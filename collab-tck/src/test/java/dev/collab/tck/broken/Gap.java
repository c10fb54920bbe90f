package dev.collab.tck.broken;

import java.util.concurrent.atomic.AtomicLong;

/** The time between two statements, in which others get their turn, so that what is a rare accident happens always. */
final class Gap {
    private static final long PATIENCE_NANOS = 5_000_000;

    private final AtomicLong turns = new AtomicLong();

    /** Says that one of those was here whom the others wait for. */
    void turn() {
        turns.incrementAndGet();
    }

    /** Waits for somebody's turn, for a while: there may be nobody else. */
    void await() {
        long before = turns.get();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (turns.get() == before && System.nanoTime() < end) {
            Thread.yield();
        }
    }
}
