package dev.collab.notification;

import dev.collab.model.InvalidArgumentException;
import java.time.Duration;

/**
 * Says how a relay works.
 *
 * @param batch how many notifications it claims at once, at least 1; default 50
 * @param lease how long they are its own, positive; default 1 minute, far above what a batch takes
 * @param attempts after how many failures it parks one, at least 1; default 10
 * @param firstWait how long it waits after the first failure, doubled with each; default 1 second
 * @param longestWait the longest it waits; default 5 minutes
 * @param noteText whether a note's text goes out with its notification; default false
 */
public record RelayOptions(
        int batch, Duration lease, int attempts, Duration firstWait, Duration longestWait, boolean noteText) {
    /** What holds unless the host says otherwise. */
    public static final RelayOptions DEFAULTS =
            new RelayOptions(50, Duration.ofMinutes(1), 10, Duration.ofSeconds(1), Duration.ofMinutes(5), false);

    /** Checks the values. */
    public RelayOptions {
        check(batch >= 1, "batch", "must be at least 1");
        check(attempts >= 1, "attempts", "must be at least 1");
        check(!lease.isNegative() && !lease.isZero(), "lease", "must be positive");
        check(!firstWait.isNegative() && !firstWait.isZero(), "first wait", "must be positive");
        check(longestWait.compareTo(firstWait) >= 0, "longest wait", "must not be shorter than the first");
    }

    /**
     * Gives the same options with another treatment of notes.
     *
     * @param goesOut whether a note's text goes out with its notification
     * @return a copy
     */
    public RelayOptions withNoteText(boolean goesOut) {
        return new RelayOptions(batch, lease, attempts, firstWait, longestWait, goesOut);
    }

    /** How long to wait after so many failures. */
    Duration wait(int failures) {
        // Past 30 doublings it is the longest anyway, and a shift further would overflow.
        var doubled = firstWait.multipliedBy(1L << Math.min(failures - 1, 30));
        return doubled.compareTo(longestWait) > 0 ? longestWait : doubled;
    }

    private static void check(boolean holds, String argument, String problem) {
        if (!holds) {
            throw new InvalidArgumentException(argument, problem);
        }
    }
}
