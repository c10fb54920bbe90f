package dev.collab.tck.broken;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The time between two statements, in which others get their turn, so that what is a rare accident happens always. */
final class Gap {
    private static final long PATIENCE_NANOS = 5_000_000;

    /** How often it waits in vain: where nobody else is about, it is soon as fast as if there were no gap. */
    private static final int MOST_IN_VAIN = 40;

    private final AtomicLong turns = new AtomicLong();
    private final AtomicInteger inVain = new AtomicInteger();

    /** Says that one of those was here whom the others wait for. */
    void turn() {
        turns.incrementAndGet();
    }

    /** Waits for somebody's turn, for a while: there may be nobody else. */
    void await() {
        await(1);
    }

    /** Waits for several turns, for a while. */
    void await(int count) {
        long last = turns.get() + count;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (inVain.get() < MOST_IN_VAIN && turns.get() < last) {
            if (System.nanoTime() > end) {
                inVain.incrementAndGet();
                return;
            }
            Thread.onSpinWait();
        }
    }
}
