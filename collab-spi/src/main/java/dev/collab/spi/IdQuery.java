package dev.collab.spi;

import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.model.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the ids of conversations, whatever their state.
 *
 * @param inbox only those in this inbox; null for any
 * @param customer only those of this customer; null for any
 * @param after the last id of the page before; null for the first page
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record IdQuery(
        @Nullable InboxId inbox,
        @Nullable CustomerId customer,
        @Nullable ConversationId after,
        int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = 1_000;

    /** Checks that it is bounded. */
    public IdQuery {
        if ((inbox == null) == (customer == null)) {
            throw new InvalidArgumentException("inbox", "or customer must be given, not both");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidArgumentException("limit", "must be 1 to " + MAX_LIMIT);
        }
    }

    /**
     * Asks for the conversations of an inbox.
     *
     * @param inbox which inbox
     * @param after the last id of the page before; null for the first page
     * @param limit how many at most
     * @return the question
     */
    public static IdQuery of(InboxId inbox, @Nullable ConversationId after, int limit) {
        return new IdQuery(inbox, null, after, limit);
    }

    /**
     * Asks for the conversations of a customer, in all inboxes.
     *
     * @param customer whose
     * @param after the last id of the page before; null for the first page
     * @param limit how many at most
     * @return the question
     */
    public static IdQuery of(CustomerId customer, @Nullable ConversationId after, int limit) {
        return new IdQuery(null, customer, after, limit);
    }
}
