package dev.collab.examples.helpdesk;

import dev.collab.Collab;
import dev.collab.SystemDesk;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the library write down what ended by time, and forget what was kept for a time, again and again.
 *
 * <p>Time boxes and invitations are over when their time is, whether or not this runs; it writes the entry, tells the
 * inviter, and with that wakes the screens. It also forgets the keys of commands that nobody will send again. Every process
 * may do it.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int BATCH = 100;

    private final SystemDesk desk;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "helpdesk-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    Housekeeping(Collab collab, Duration pause) {
        this.desk = collab.system("housekeeping");
        var unused = timer.scheduleWithFixedDelay(this::sweep, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        whileThereIsMore(desk::sweep);
        whileThereIsMore(desk::forgetKeys);
    }

    /** Each by itself: what fails in one does not keep the other from being done. */
    private static void whileThereIsMore(IntUnaryOperator batch) {
        try {
            while (batch.applyAsInt(BATCH) == BATCH) {
                // Goes on without a rest.
            }
        } catch (RuntimeException failure) {
            LOG.warn("housekeeping failed: {}", failure.getClass().getName());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
