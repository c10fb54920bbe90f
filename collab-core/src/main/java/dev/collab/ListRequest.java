package dev.collab;

import dev.collab.model.ConversationStatus;
import dev.collab.model.InvalidArgumentException;
import dev.collab.spi.ConversationQuery;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of a list of conversations.
 *
 * @param statuses only conversations in one of these; at least one
 * @param cursor where the page goes on; empty for the first
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record ListRequest(Set<ConversationStatus> statuses, Optional<ListCursor> cursor, int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = ConversationQuery.MAX_LIMIT - 1;

    /** Copies the statuses and checks the rest. */
    public ListRequest {
        statuses = Set.copyOf(statuses);
        if (statuses.isEmpty()) {
            throw new InvalidArgumentException("statuses", "must name one");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidArgumentException("limit", "must be 1 to " + MAX_LIMIT);
        }
        cursor.ifPresent(ListCursor::conversation);
    }

    /**
     * Asks for the first conversations, whatever their status.
     *
     * @param limit how many at most
     * @return the question
     */
    public static ListRequest first(int limit) {
        return new ListRequest(EnumSet.allOf(ConversationStatus.class), Optional.empty(), limit);
    }

    /**
     * Narrows the statuses.
     *
     * @param first one of them
     * @param others the others
     * @return a copy
     */
    public ListRequest in(ConversationStatus first, ConversationStatus... others) {
        return new ListRequest(EnumSet.of(first, others), cursor, limit);
    }

    /**
     * Goes on from a page.
     *
     * @param place from that page
     * @return a copy
     */
    public ListRequest from(ListCursor place) {
        return new ListRequest(statuses, Optional.of(place), limit);
    }

    ConversationQuery.@Nullable Position position() {
        return cursor.map(ListCursor::conversation).orElse(null);
    }
}
