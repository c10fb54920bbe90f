package dev.collab.inmemory;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs actions on a thread each, starting together; what one throws fails the test. */
final class Crowd {
    private static final long PATIENCE_SECONDS = 60;

    private Crowd() {}

    static Stream<Action> times(int count, Action action) {
        return Stream.generate(() -> action).limit(count);
    }

    static void run(Stream<Action> actions) {
        var all = actions.toList();
        var start = new CyclicBarrier(all.size());
        var threads = Executors.newFixedThreadPool(all.size());
        try {
            var running = new ArrayList<Future<?>>();
            for (var action : all) {
                Callable<Void> task = () -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    action.run();
                    return null;
                };
                running.add(threads.submit(task));
            }
            for (var one : running) {
                one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("a thread failed or did not end", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns once a thread waits for a lock, or has ended without. */
    static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    /** What a thread does. */
    interface Action {
        void run() throws Exception;
    }
}
