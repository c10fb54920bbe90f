package dev.collab.spi;

import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.TimelineScope;

/**
 * Asks for a page of a timeline.
 *
 * <p>Positions count in the scope's numbering.
 *
 * @param conversation whose timeline
 * @param scope what the reader may see; made for this conversation
 * @param direction which way the page goes on from its start
 * @param start ASCENDING: the first position of the page; DESCENDING: the position just above the page's first
 * @param limit how many entries at most, 1 to {@value #MAX_LIMIT}
 */
public record TimelineQuery(
        ConversationId conversation, TimelineScope scope, Direction direction, long start, int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = 1_000;

    /** Says which way a page goes. */
    public enum Direction {
        /** From older to newer entries. */
        ASCENDING,

        /** From newer to older entries. */
        DESCENDING
    }

    /** Checks the limits. */
    public TimelineQuery {
        if (start < 0) {
            throw new InvalidArgumentException("start", "must not be negative");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidArgumentException("limit", "must be 1 to " + MAX_LIMIT);
        }
    }
}
