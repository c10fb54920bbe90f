package dev.collab.tck.scenario;

import dev.collab.tck.suite.Threads;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Lets two things be done at the same instant. */
final class Together {
    private Together() {}

    /** {@return what came of the first, and of the second} */
    static <T> List<T> run(Supplier<T> first, Supplier<T> second) {
        var results = new AtomicReferenceArray<T>(2);
        Threads.together(2, number -> results.set(number, (number == 0 ? first : second).get()));
        return List.of(results.get(0), results.get(1));
    }
}
