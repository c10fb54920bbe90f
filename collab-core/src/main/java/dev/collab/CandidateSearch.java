package dev.collab;

import dev.collab.model.InvalidArgumentException;
import dev.collab.spi.Directory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of agents who may be added.
 *
 * @param text what was typed to find a name; empty for everybody
 * @param cursor where the page goes on; empty for the first
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record CandidateSearch(String text, Optional<ListCursor> cursor, int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = 100;

    /** Checks the limit and the cursor. */
    public CandidateSearch {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidArgumentException("limit", "must be 1 to " + MAX_LIMIT);
        }
        cursor.ifPresent(ListCursor::candidate);
    }

    /**
     * Asks for the first 20 whose name matches.
     *
     * @param text what was typed; empty for everybody
     * @return the question
     */
    public static CandidateSearch of(String text) {
        return new CandidateSearch(text, Optional.empty(), 20);
    }

    /**
     * Asks for the first whose name matches.
     *
     * @param text what was typed; empty for everybody
     * @param limit how many at most
     * @return the question
     */
    public static CandidateSearch of(String text, int limit) {
        return new CandidateSearch(text, Optional.empty(), limit);
    }

    /**
     * Goes on from a page.
     *
     * @param place from that page
     * @return a copy
     */
    public CandidateSearch from(ListCursor place) {
        return new CandidateSearch(text, Optional.of(place), limit);
    }

    Directory.@Nullable Position position() {
        return cursor.map(ListCursor::candidate).orElse(null);
    }
}
