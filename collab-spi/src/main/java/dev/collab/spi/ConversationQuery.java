package dev.collab.spi;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationScope;
import dev.collab.model.ConversationStatus;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of a list of conversations, the one with the newest customer message or reply first.
 *
 * @param scope what the viewer may see
 * @param list which list
 * @param statuses only conversations in one of these; at least one
 * @param after the last conversation of the page before; null for the first page
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record ConversationQuery(
        ConversationScope scope,
        ListKind list,
        Set<ConversationStatus> statuses,
        @Nullable Position after,
        int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = 200;

    /** Names a list. */
    public enum ListKind {
        /** Those assigned to the viewer. */
        MINE,

        /** Those the viewer collaborates on. */
        COLLABORATING,

        /** Those that wait in a queue. */
        QUEUE,

        /** All the viewer may see. */
        ALL
    }

    /**
     * Is a place in the order of a list: newest activity first, then by id.
     *
     * @param lastActivityAt when the last customer message or reply was written
     * @param conversation the conversation
     */
    public record Position(Instant lastActivityAt, ConversationId conversation) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int newestFirst = other.lastActivityAt.compareTo(lastActivityAt);
            return newestFirst != 0 ? newestFirst : conversation.compareTo(other.conversation);
        }
    }

    /** Copies the statuses and checks the limits. */
    public ConversationQuery {
        statuses = Set.copyOf(statuses);
        if (statuses.isEmpty()) {
            throw new InvalidArgumentException("statuses", "must name one");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidArgumentException("limit", "must be 1 to " + MAX_LIMIT);
        }
    }

    /** {@return on which side the viewer stands} */
    public ActorKind viewerKind() {
        return scope.agent() == null ? ActorKind.CUSTOMER : ActorKind.AGENT;
    }

    /**
     * Decides whether a conversation belongs to the list, whatever its page.
     *
     * @param head a conversation
     * @param settings the settings of its inbox, of the same snapshot
     * @return true if it is in scope and on the list
     */
    public boolean admits(ConversationHead head, InboxSettings settings) {
        if (!scope.admits(head, settings) || !statuses.contains(head.status())) {
            return false;
        }
        var agent = scope.agent();
        return switch (list) {
            case MINE -> agent != null && agent.equals(head.assignee());
            case COLLABORATING ->
                agent != null
                        && head.collaborationOf(agent)
                                .filter(grant -> grant.isCurrent(settings.epoch(), scope.now()))
                                .isPresent();
            case QUEUE -> head.isQueued();
            case ALL -> true;
        };
    }
}
