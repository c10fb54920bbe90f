package dev.collab.examples.helpdesk.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Is one browser's stream: what waits to be written to it, each event once.
 *
 * <p>Whoever offers never waits for the browser. A browser that is too slow is cut off; it comes back by itself and is
 * told to read everything.
 */
public final class EventStream {
    private static final int MOST_WAITING = 256;

    private final Set<Event> waiting = new LinkedHashSet<>();
    private boolean closed;

    EventStream() {
        waiting.add(Event.READY);
    }

    synchronized void offer(Event event) {
        if (waiting.size() >= MOST_WAITING) {
            closed = true;
        }
        if (!closed) {
            waiting.add(event);
        }
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** {@return whether nothing more is to be written} */
    public synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Takes what waits, and waits for it if there is nothing.
     *
     * @param patience how long to wait
     * @return the events, in order; empty if there was none in time or the stream is closed
     * @throws InterruptedException if the server stops
     */
    public synchronized List<Event> take(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (waiting.isEmpty() && !closed && left > 0) {
            wait(left);
            left = Duration.ofNanos(until - System.nanoTime()).toMillis();
        }
        if (closed) {
            return List.of();
        }
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
