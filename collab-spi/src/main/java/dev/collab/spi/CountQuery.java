package dev.collab.spi;

import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.TimelineScope;

/**
 * Asks how many entries are in scope from a position on.
 *
 * @param conversation whose timeline
 * @param scope what the viewer may see; made for this conversation
 * @param from the first position to count, in the scope's numbering
 * @param most where counting stops, 1 to {@value #MAX_COUNT}
 */
public record CountQuery(ConversationId conversation, TimelineScope scope, long from, int most) {
    /** The highest count. */
    public static final int MAX_COUNT = 1_000;

    /** Checks the limits. */
    public CountQuery {
        if (from < 0) {
            throw new InvalidArgumentException("from", "must not be negative");
        }
        if (most < 1 || most > MAX_COUNT) {
            throw new InvalidArgumentException("most", "must be 1 to " + MAX_COUNT);
        }
    }
}
