package dev.collab.tck.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs actions on a thread each, starting together; what the first of them throws fails the test.
 *
 * <p>Actions must end by themselves, whatever the adapter answers: a broken one is to be told of, not waited for.
 */
final class Crowd {
    private static final long PATIENCE_SECONDS = 60;

    /** How long a writer waits for a reader; a reader of a broken adapter may itself wait for a writer. */
    private static final long PACE_NANOS = 1_000_000;

    /** How often writers wait; in a longer run the readers are in time by themselves. */
    private static final int MOST_PACES = 300;

    private final List<Callable<?>> all = new ArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicInteger paces = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();

    /** Adds threads that do something once; each is told its number, from 0 on. */
    Crowd times(int count, Action action) {
        for (int number = 0; number < count; number++) {
            int own = number;
            busy.incrementAndGet();
            all.add(() -> {
                try {
                    action.run(own);
                } finally {
                    busy.decrementAndGet();
                }
                return null;
            });
        }
        return this;
    }

    /** Adds threads that do something over and over until all who do something once are through, and once after. */
    Crowd meanwhile(int count, Action action) {
        for (int number = 0; number < count; number++) {
            int own = number;
            all.add(() -> {
                while (busy.get() > 0 && !failed.get()) {
                    action.run(own);
                    rounds.incrementAndGet();
                }
                action.run(own);
                return null;
            });
        }
        return this;
    }

    /** Waits for a reader to get through one more round, for a while, so that a fast writer is not done unseen. */
    void pace() {
        if (paces.incrementAndGet() > MOST_PACES) {
            return;
        }
        long before = rounds.get();
        long end = System.nanoTime() + PACE_NANOS;
        while (rounds.get() == before && !failed.get() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    void run() {
        var start = new CyclicBarrier(all.size());
        var threads = Executors.newFixedThreadPool(all.size());
        try {
            var running = new ArrayList<Future<?>>();
            for (var action : all) {
                running.add(threads.submit(() -> started(start, action)));
            }
            Throwable first = null;
            for (var one : running) {
                var thrown = thrownBy(one);
                first = first == null ? thrown : first;
            }
            if (first != null) {
                throw new AssertionError("with threads side by side: " + first, first);
            }
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("a thread did not end in " + PATIENCE_SECONDS + " seconds", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private @Nullable Object started(CyclicBarrier start, Callable<?> action) throws Exception {
        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        boolean through = false;
        try {
            var result = action.call();
            through = true;
            return result;
        } finally {
            if (!through) {
                failed.set(true);
            }
        }
    }

    private static @Nullable Throwable thrownBy(Future<?> one) throws InterruptedException, TimeoutException {
        try {
            one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    /** What a thread does. */
    interface Action {
        void run(int number) throws Exception;
    }
}
