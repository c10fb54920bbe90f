package dev.collab.tck.suite;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Lets many do something at the same time. */
public final class Threads {
    private Threads() {}

    /**
     * Starts threads at the same moment and waits for all of them.
     *
     * @param number how many
     * @param work what each does, given its number from 0
     * @throws AssertionError if one of them failed, with its failure, or is not done within a minute
     */
    public static void together(int number, IntConsumer work) {
        var start = new CountDownLatch(number);
        var pool = Executors.newFixedThreadPool(number);
        try {
            var running = new ArrayList<Future<?>>();
            for (int thread = 0; thread < number; thread++) {
                int mine = thread;
                running.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    work.accept(mine);
                    return null;
                }));
            }
            for (var one : running) {
                one.get(1, TimeUnit.MINUTES);
            }
        } catch (ExecutionException failure) {
            throw new AssertionError("a thread failed: " + failure.getCause(), failure.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("a thread did not come to an end within a minute", stuck);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while threads ran", interruption);
        } finally {
            pool.shutdownNow();
        }
    }
}
