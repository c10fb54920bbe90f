package dev.collab.tck.storage;

import dev.collab.tck.storage.OutboxHistory.Step;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.Shrinking;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds random histories of the outbox, clocks that jump included, against a plain list. */
public abstract class OutboxModelSuite extends StorageSuite {
    private static final int HISTORIES = 15;
    private static final int STEPS = 120;

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected OutboxModelSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    @DisplayName("B-71 B-72 P-35 P-47 answers every history as a plain list does, and delivers all of it in the end")
    void histories() {
        for (long seed = 1; seed <= HISTORIES * (long) bench().effort(); seed++) {
            var steps = new ArrayList<Step>();
            long current = seed;
            var failure = failureOf(() -> new OutboxHistory(empty()).runRandom(current, STEPS, steps));
            if (failure != null) {
                throw explained(seed, steps, failure);
            }
        }
    }

    private AssertionError explained(long seed, List<Step> steps, Throwable failure) {
        var shortest = Shrinking.shortest(steps, some -> failureOf(some) != null);
        var again = failureOf(shortest);
        var last = again == null ? failure : again;
        var list = IntStream.range(0, shortest.size())
                .mapToObj(number -> (number + 1) + ". " + shortest.get(number))
                .collect(Collectors.joining("\n"));
        return new AssertionError(
                String.format(
                        "seed %d failed after %d steps; these %d are enough:%n%s%nand then: %s",
                        seed, steps.size(), shortest.size(), list, last.getMessage()),
                last);
    }

    private @Nullable Throwable failureOf(List<Step> steps) {
        return failureOf(() -> new OutboxHistory(empty()).runAll(steps));
    }

    private static @Nullable Throwable failureOf(Runnable history) {
        try {
            history.run();
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }
}
