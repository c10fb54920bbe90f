package dev.collab.inmemory;

import dev.collab.spi.TimelineQuery.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** Merges lanes into one order of sequences; what stands in several lanes comes once. */
final class LaneMerge {
    private final List<Cursor> cursors = new ArrayList<>();
    private final Direction direction;
    private final Probe probe;

    LaneMerge(Direction direction, Probe probe) {
        this.direction = direction;
        this.probe = probe;
    }

    /** Adds the sequences from one index, inclusive, to another, exclusive; none if they are the wrong way round. */
    void add(SequenceList sequences, int begin, int end) {
        if (begin < end) {
            cursors.add(new Cursor(sequences, begin, end));
        }
    }

    boolean hasNext() {
        return cursors.stream().anyMatch(Cursor::isOpen);
    }

    int next() {
        var open = cursors.stream().filter(Cursor::isOpen).mapToInt(Cursor::sequence);
        int next = switch (direction) {
            case ASCENDING -> open.min().orElseThrow(NoSuchElementException::new);
            case DESCENDING -> open.max().orElseThrow(NoSuchElementException::new);
        };
        cursors.forEach(cursor -> cursor.pass(next));
        return next;
    }

    /** What is left of a lane. */
    private final class Cursor {
        private final SequenceList sequences;
        private int begin;
        private int end;

        Cursor(SequenceList sequences, int begin, int end) {
            this.sequences = sequences;
            this.begin = begin;
            this.end = end;
        }

        boolean isOpen() {
            return begin < end;
        }

        int sequence() {
            probe.touched();
            return switch (direction) {
                case ASCENDING -> sequences.get(begin);
                case DESCENDING -> sequences.get(end - 1);
            };
        }

        void pass(int sequence) {
            if (isOpen() && sequence() == sequence) {
                switch (direction) {
                    case ASCENDING -> begin++;
                    case DESCENDING -> end--;
                }
            }
        }
    }
}
