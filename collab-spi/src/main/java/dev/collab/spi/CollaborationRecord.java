package dev.collab.spi;

import dev.collab.model.Collaboration;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is a collaboration as it is stored, in force or ended.
 *
 * @param inbox the conversation's inbox now, or when it ended
 * @param conversation the conversation
 * @param collaboration as it is, or last was
 * @param reason why it ended; null while it stands in the head
 * @param endedAt when it ended; null while it stands in the head
 */
public record CollaborationRecord(
        InboxId inbox,
        ConversationId conversation,
        Collaboration collaboration,
        @Nullable EndReason reason,
        @Nullable Instant endedAt) {
    /**
     * Makes a record of an ended collaboration.
     *
     * @param ended what left the head
     * @return the same
     */
    public static CollaborationRecord of(EndedCollaboration ended) {
        return new CollaborationRecord(
                ended.inbox(), ended.conversation(), ended.collaboration(), ended.reason(), ended.endedAt());
    }

    /** {@return the same as what left the head; null while it stands in the head} */
    public @Nullable EndedCollaboration ended() {
        return reason == null || endedAt == null
                ? null
                : new EndedCollaboration(inbox, conversation, collaboration, reason, endedAt);
    }

    /** {@return its place in the order} */
    public CollaborationQuery.Position position() {
        return new CollaborationQuery.Position(collaboration.startedAt(), conversation, collaboration.id());
    }
}
