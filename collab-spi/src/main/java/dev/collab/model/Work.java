package dev.collab.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an agent has written under a collaboration.
 *
 * @param replies how many replies to the customer
 * @param notes how many notes
 * @param firstWordAt when they first wrote either; null if they never did
 */
public record Work(int replies, int notes, @Nullable Instant firstWordAt) {
    /** Nothing written yet. */
    public static final Work NONE = new Work(0, 0, null);

    /** Checks the values. */
    public Work {
        Checks.notNegative("replies", replies);
        Checks.notNegative("notes", notes);
    }

    /**
     * Counts one more reply.
     *
     * @param at when it was written
     * @return a copy
     */
    public Work plusReply(Instant at) {
        return new Work(replies + 1, notes, firstWordAt == null ? at : firstWordAt);
    }

    /**
     * Counts one more note.
     *
     * @param at when it was written
     * @return a copy
     */
    public Work plusNote(Instant at) {
        return new Work(replies, notes + 1, firstWordAt == null ? at : firstWordAt);
    }
}
