package dev.collab.tck.model;

import dev.collab.spi.Storage;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Lets the same histories happen over two storages and compares all that can be seen, letter by letter. */
public final class Comparison {
    private Comparison() {}

    /**
     * Compares two storages by histories drawn from seeds.
     *
     * @param one gives empty storages
     * @param other gives empty storages
     * @param seeds from which the histories are drawn
     * @throws AssertionError at the first difference, with the seed and the shortest history that shows it
     */
    public static void hold(Supplier<Storage> one, Supplier<Storage> other, LongStream seeds) {
        Histories.holdWidely(seeds, history -> compare(one.get(), other.get(), history));
    }

    private static void compare(Storage one, Storage other, History history) {
        var left = new World(one, history);
        var right = new World(other, history);
        int number = 0;
        for (var step : history.steps()) {
            compare(
                    "after step " + ++number + ", " + step,
                    left,
                    Observations.after(left, step, number),
                    right,
                    Observations.after(right, step, number));
        }
        compare("at the end", left, Observations.atTheEnd(left), right, Observations.atTheEnd(right));
    }

    private static void compare(
            String when, World left, Map<String, Object> one, World right, Map<String, Object> other) {
        one.forEach((what, seen) -> {
            var seenThere = other.getOrDefault(what, "nothing");
            // What is equal is not written down: it would read the same, and there is much of it.
            var text = seen.equals(seenThere) ? "" : Canonical.text(seen);
            var there = seen.equals(seenThere) ? "" : Canonical.text(seenThere);
            if (!text.equals(there)) {
                throw new AssertionError(what + " differs " + when + "\n" + name(left) + ":\n" + text + "\n"
                        + name(right) + ":\n" + there);
            }
        });
    }

    private static String name(World world) {
        return world.stored.getClass().getName();
    }
}
