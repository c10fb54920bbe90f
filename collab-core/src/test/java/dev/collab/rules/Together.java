package dev.collab.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does things on a thread each, starting at the same instant. */
final class Together {
    private static final long PATIENCE_SECONDS = 60;

    private Together() {}

    /** What they gave, in the order of the actions; what one throws fails the test. */
    static <T> List<T> run(List<Callable<T>> actions) {
        var start = new CyclicBarrier(actions.size());
        var threads = Executors.newFixedThreadPool(actions.size());
        try {
            var running = new ArrayList<Future<T>>();
            for (var action : actions) {
                running.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return action.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException | InterruptedException | TimeoutException failure) {
            throw new AssertionError("a thread failed or did not end", failure);
        } finally {
            threads.shutdownNow();
        }
    }
}
