package dev.collab.examples.helpdesk.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gathers wakes for a while, so that a burst becomes one: each wake at most once in each period.
 *
 * <p>Whatever comes while a period runs goes out at its end, so nothing is lost and nothing waits longer than that.
 */
final class Coalescer {
    /** What people take for at once. */
    static final Duration PERIOD = Duration.ofMillis(50);

    private static final int MOST_WAITING = 2_000;

    private final Timer timer;
    private final Consumer<List<Wake>> out;
    private final Set<Wake> waiting = new LinkedHashSet<>();
    private boolean running;

    /** Does something later. */
    @FunctionalInterface
    interface Timer {
        void after(Duration delay, Runnable task);
    }

    Coalescer(Timer timer, Consumer<List<Wake>> out) {
        this.timer = timer;
        this.out = out;
    }

    synchronized void add(Wake wake) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
            waiting.add(Wake.MISSED);
        }
        waiting.add(wake);
        if (!running) {
            running = true;
            timer.after(PERIOD, this::flush);
        }
    }

    private void flush() {
        out.accept(taken());
    }

    private synchronized List<Wake> taken() {
        running = false;
        var taken = new ArrayList<>(waiting);
        waiting.clear();
        return taken;
    }
}
