package dev.collab.tck.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing history short: takes parts out as long as it fails without them. */
public final class Shrinking {
    /** How often it is tried; over a database each try may cost a new schema. */
    private static final int MOST_TRIES = 500;

    private Shrinking() {}

    /**
     * Takes steps out of a history, ever smaller pieces, as long as it goes on failing.
     *
     * @param <T> what a step is
     * @param steps a history that fails
     * @param fails tells whether a shorter one does; asked some hundred times at most
     * @return steps that still fail, in their order; the same if nothing could be taken out
     */
    public static <T> List<T> shortest(List<T> steps, Predicate<List<T>> fails) {
        var shortest = steps;
        int tries = 0;
        for (int piece = Math.max(1, steps.size() / 2); piece >= 1; ) {
            boolean shorter = false;
            for (int start = 0; start < shortest.size() && tries < MOST_TRIES; tries++) {
                var candidate = without(shortest, start, piece);
                if (fails.test(candidate)) {
                    shortest = candidate;
                    shorter = true;
                } else {
                    start += piece;
                }
            }
            piece = shorter && piece == 1 ? 1 : piece / 2;
        }
        return shortest;
    }

    private static <T> List<T> without(List<T> steps, int start, int count) {
        var rest = new ArrayList<>(steps.subList(0, start));
        rest.addAll(steps.subList(Math.min(start + count, steps.size()), steps.size()));
        return rest;
    }
}
