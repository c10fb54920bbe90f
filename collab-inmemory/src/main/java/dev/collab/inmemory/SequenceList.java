package dev.collab.inmemory;

import java.util.Arrays;

/** Sequences of entries in rising order. */
final class SequenceList {
    private int[] sequences = new int[4];
    private int size;

    void add(int sequence) {
        if (size == sequences.length) {
            sequences = Arrays.copyOf(sequences, size * 2);
        }
        sequences[size] = sequence;
        size++;
    }

    int get(int index) {
        return sequences[index];
    }

    int size() {
        return size;
    }

    /** Gives the index of the first sequence that is not below the given one, or the size if all are. */
    int firstFrom(long sequence, Probe probe) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            probe.touched();
            if (sequences[middle] < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
