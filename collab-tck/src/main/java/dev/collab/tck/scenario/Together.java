package dev.collab.tck.scenario;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets two things be done at the same instant. */
final class Together {
    private Together() {}

    /** {@return what came of the first, and of the second} */
    static <T> List<T> run(Supplier<T> first, Supplier<T> second) {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var both = Stream.of(first, second)
                    .map(one -> CompletableFuture.supplyAsync(() -> after(start, one), threads)
                            .orTimeout(1, TimeUnit.MINUTES))
                    .toList();
            return both.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T after(CyclicBarrier start, Supplier<T> then) {
        try {
            start.await(1, TimeUnit.MINUTES);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return then.get();
    }
}
