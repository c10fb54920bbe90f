package dev.collab.spi;

import dev.collab.model.CollaborationId;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.InvalidArgumentException;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of collaborations, of one inbox over a period or of one conversation.
 *
 * @param inbox only those whose {@link CollaborationRecord#inbox} it is; null for any
 * @param conversation only those of this conversation; null for any
 * @param from only those that had not ended at this instant
 * @param until only those that started before this instant
 * @param after the last one of the page before; null for the first page
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record CollaborationQuery(
        @Nullable InboxId inbox,
        @Nullable ConversationId conversation,
        Instant from,
        Instant until,
        @Nullable Position after,
        int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = 1_000;

    /** Checks that it is bounded. */
    public CollaborationQuery {
        if ((inbox == null) == (conversation == null)) {
            throw new InvalidArgumentException("inbox", "or conversation must be given, not both");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidArgumentException("limit", "must be 1 to " + MAX_LIMIT);
        }
    }

    /**
     * Is a place in the order: the one that started first, then by conversation, then by id.
     *
     * @param startedAt when it began
     * @param conversation the conversation
     * @param id the collaboration
     */
    public record Position(Instant startedAt, ConversationId conversation, CollaborationId id)
            implements Comparable<Position> {
        private static final Comparator<Position> ORDER = Comparator.comparing(Position::startedAt)
                .thenComparing(Position::conversation)
                .thenComparing(Position::id);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Decides whether a collaboration is asked for, whatever its page.
     *
     * @param stored a collaboration
     * @return true if it is
     */
    public boolean admits(CollaborationRecord stored) {
        var endedAt = stored.endedAt();
        return (inbox == null || inbox.equals(stored.inbox()))
                && (conversation == null || conversation.equals(stored.conversation()))
                && stored.collaboration().startedAt().isBefore(until)
                && (endedAt == null || endedAt.isAfter(from));
    }
}
