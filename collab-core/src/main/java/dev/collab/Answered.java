package dev.collab;

import dev.collab.conversation.AgentEntry;
import dev.collab.model.ConversationId;
import java.time.Instant;
import java.util.List;

/**
 * Says where the answer to a notification stands in the timeline.
 *
 * @param note whether it became a note; otherwise it went to the customer
 * @param conversation where it was done: the one the notification was about, or what that goes on in if it was merged
 * @param sequence the entry it is
 * @param at when
 * @param missed what its author had not seen when they sent it to the customer, oldest first; empty for notes
 */
public record Answered(boolean note, ConversationId conversation, long sequence, Instant at, List<AgentEntry> missed) {
    /** Copies the list. */
    public Answered {
        missed = List.copyOf(missed);
    }

    static Answered of(Replied reply) {
        return new Answered(false, reply.conversation(), reply.sequence(), reply.at(), reply.missed());
    }

    static Answered of(Written note) {
        return new Answered(true, note.conversation(), note.sequence(), note.at(), List.of());
    }
}
