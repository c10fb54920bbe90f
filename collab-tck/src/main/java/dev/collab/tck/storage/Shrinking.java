package dev.collab.tck.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing history short: takes parts out as long as it fails without them. */
final class Shrinking {
    /** How often it is tried; over a database each try may cost a new schema. */
    private static final int MOST_TRIES = 500;

    private int tries;

    private Shrinking() {}

    /** Gives steps that still fail, in their order; the same if nothing could be taken out. */
    static <T> List<T> shortest(List<T> steps, Predicate<List<T>> fails) {
        var shrinking = new Shrinking();
        var shortest = steps;
        int chunk = Math.max(1, steps.size() / 2);
        while (true) {
            int before = shortest.size();
            shortest = shrinking.without(chunk, shortest, fails);
            if (chunk > 1) {
                chunk = chunk / 2;
            } else if (shortest.size() == before) {
                return shortest;
            }
        }
    }

    private <T> List<T> without(int chunk, List<T> steps, Predicate<List<T>> fails) {
        var shortest = steps;
        for (int start = steps.size() - chunk; start > -chunk; start -= chunk) {
            var rest = new ArrayList<T>(shortest.subList(0, Math.max(0, start)));
            rest.addAll(shortest.subList(start + chunk, shortest.size()));
            if (tries < MOST_TRIES) {
                tries++;
                shortest = fails.test(rest) ? rest : shortest;
            }
        }
        return shortest;
    }
}
