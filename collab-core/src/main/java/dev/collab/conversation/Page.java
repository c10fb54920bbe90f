package dev.collab.conversation;

import dev.collab.model.InvalidArgumentException;
import java.util.Optional;

/**
 * Asks for a page of a timeline.
 *
 * @param cursor where it goes on; empty for the newest page
 * @param limit how many entries at most, 1 to {@value #MAX_LIMIT}
 */
public record Page(Optional<Cursor> cursor, int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = 500;

    /** Checks the limit. */
    public Page {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidArgumentException("limit", "must be 1 to " + MAX_LIMIT);
        }
    }

    /**
     * Asks for the newest entries.
     *
     * @param limit how many at most
     * @return the question
     */
    public static Page newest(int limit) {
        return new Page(Optional.empty(), limit);
    }

    /**
     * Asks for entries from a place on.
     *
     * @param position the first position, as entries and receipts tell it
     * @param limit how many at most
     * @return the question
     */
    public static Page from(long position, int limit) {
        if (position < 0) {
            throw new InvalidArgumentException("position", "must not be negative");
        }
        return new Page(Optional.of(Cursor.newerFrom(position)), limit);
    }

    /**
     * Asks for what comes before or after another page.
     *
     * @param cursor from that page
     * @param limit how many at most
     * @return the question
     */
    public static Page at(Cursor cursor, int limit) {
        return new Page(Optional.of(cursor), limit);
    }
}
