package dev.collab;

import dev.collab.conversation.AgentEntry;
import dev.collab.model.Receipt;
import java.time.Instant;
import java.util.List;

/**
 * Says where a reply stands in the timeline.
 *
 * @param sequence the entry it is
 * @param at when
 * @param missed what its author had not seen when they sent it, oldest first; empty unless they said what they had seen
 */
public record Replied(long sequence, Instant at, List<AgentEntry> missed) {
    /** Copies the list. */
    public Replied {
        missed = List.copyOf(missed);
    }

    static Replied of(Receipt receipt, List<AgentEntry> missed) {
        return new Replied(receipt.sequence(), receipt.at(), missed);
    }
}
