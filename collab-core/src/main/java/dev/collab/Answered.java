package dev.collab;

import dev.collab.conversation.AgentEntry;
import java.time.Instant;
import java.util.List;

/**
 * Says where the answer to a notification stands in the timeline.
 *
 * @param note whether it became a note; otherwise it went to the customer
 * @param sequence the entry it is
 * @param at when
 * @param missed what its author had not seen when they sent it to the customer, oldest first; empty for notes
 */
public record Answered(boolean note, long sequence, Instant at, List<AgentEntry> missed) {
    /** Copies the list. */
    public Answered {
        missed = List.copyOf(missed);
    }

    static Answered of(Replied reply) {
        return new Answered(false, reply.sequence(), reply.at(), reply.missed());
    }

    static Answered of(Written note) {
        return new Answered(true, note.sequence(), note.at(), List.of());
    }
}
