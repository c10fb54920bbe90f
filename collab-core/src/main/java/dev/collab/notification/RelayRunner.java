package dev.collab.notification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives a relay in one thread of its own, for hosts without a timer.
 *
 * <p>It starts when it is made and stops when it is closed; a batch that has begun is finished.
 */
public final class RelayRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayRunner.class);

    private final Relay relay;
    private final ScheduledExecutorService executor;
    private final Future<?> pumping;

    /**
     * Starts.
     *
     * @param relay what to drive
     * @param pause how long it rests when nothing is due, positive
     */
    public RelayRunner(Relay relay, Duration pause) {
        this.relay = relay;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "collab-relay");
            thread.setDaemon(true);
            return thread;
        });
        this.pumping = executor.scheduleWithFixedDelay(this::pump, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        LOG.info("relay started");
    }

    private void pump() {
        try {
            while (!executor.isShutdown() && relay.pumpOnce() > 0) {
                // Goes on without a rest while something is due.
            }
        } catch (RuntimeException failure) {
            // The outbox did not answer: nothing was claimed, or what was claimed comes back when its lease is over.
            LOG.warn("relay failed: {}", failure.getClass().getName());
        } catch (Error broken) {
            LOG.error("relay stopped: {}", broken.getClass().getName());
            throw broken;
        }
    }

    /** Stops, waiting up to 10 seconds for a delivery that has begun. */
    @Override
    public void close() {
        pumping.cancel(false);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
        LOG.info("relay closed");
    }
}
