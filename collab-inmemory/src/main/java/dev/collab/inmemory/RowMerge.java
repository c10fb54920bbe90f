package dev.collab.inmemory;

import dev.collab.spi.ConversationQuery.Position;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Merges ranges of shelves into one order; what stands on several shelves comes once. */
final class RowMerge {
    private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparing(Cursor::position));
    private final Probe probe;

    RowMerge(Probe probe) {
        this.probe = probe;
    }

    void add(Iterator<Entry<Position, ConversationRecord>> rows) {
        probe.touched();
        advance(rows);
    }

    /** Gives the next conversation; null after the last. */
    @Nullable ConversationRecord next() {
        var first = cursors.peek();
        if (first == null) {
            return null;
        }
        for (var same = first; same != null && same.position().equals(first.position()); same = cursors.peek()) {
            cursors.remove();
            advance(same.rest());
        }
        return first.record();
    }

    private void advance(Iterator<Entry<Position, ConversationRecord>> rows) {
        if (rows.hasNext()) {
            probe.touched();
            var row = rows.next();
            cursors.add(new Cursor(row.getKey(), row.getValue(), rows));
        }
    }

    /** The first row of what is left of a range. */
    private record Cursor(
            Position position, ConversationRecord record, Iterator<Entry<Position, ConversationRecord>> rest) {}
}
