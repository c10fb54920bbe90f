package dev.collab.inmemory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What waits for delivery: a line for each conversation and recipient, of which only the first row can be claimed.
 *
 * <p>The first rows of all lines stand in an order besides, so that a claim costs what it claims. Guarded by the
 * outbox's lock.
 */
final class DeliveryLines {
    private final Map<OutboxRow.Line, NavigableSet<OutboxRow>> lines = new HashMap<>();

    /** First rows that may be claimed at any time. */
    private final NavigableSet<OutboxRow> atOnce = new TreeSet<>(Comparator.comparingLong(row -> row.turn));

    /** First rows with a time before which they may not be claimed. */
    private final NavigableSet<OutboxRow> timed =
            new TreeSet<>(Comparator.<OutboxRow, Instant>comparing(row -> Objects.requireNonNull(row.dueAt))
                    .thenComparingLong(row -> row.turn));

    void add(OutboxRow row) {
        var line = lineOf(row);
        retire(line);
        line.add(row);
        present(line);
    }

    void remove(OutboxRow row) {
        var line = lineOf(row);
        retire(line);
        line.remove(row);
        present(line);
        if (line.isEmpty()) {
            lines.remove(row.line());
        }
    }

    /** Changes the time of a row that stands in its line. */
    void reschedule(OutboxRow row, @Nullable Instant dueAt) {
        var line = lineOf(row);
        retire(line);
        row.dueAt = dueAt;
        present(line);
    }

    /**
     * Gives rows that may be claimed, at most one of each line.
     *
     * <p>Those with a time come first: under steady load they would never be reached after all that is fresh.
     */
    List<OutboxRow> due(Instant now, int limit) {
        var due = new ArrayList<OutboxRow>();
        for (var row : timed) {
            if (due.size() == limit || Objects.requireNonNull(row.dueAt).isAfter(now)) {
                break;
            }
            due.add(row);
        }
        for (var row : atOnce) {
            if (due.size() == limit) {
                break;
            }
            due.add(row);
        }
        return due;
    }

    private NavigableSet<OutboxRow> lineOf(OutboxRow row) {
        return lines.computeIfAbsent(row.line(), none -> new TreeSet<>(OutboxRow.BY_PLACE));
    }

    private void retire(NavigableSet<OutboxRow> line) {
        if (!line.isEmpty()) {
            orderOf(line.first()).remove(line.first());
        }
    }

    private void present(NavigableSet<OutboxRow> line) {
        if (!line.isEmpty()) {
            orderOf(line.first()).add(line.first());
        }
    }

    private NavigableSet<OutboxRow> orderOf(OutboxRow row) {
        return row.dueAt == null ? atOnce : timed;
    }
}
