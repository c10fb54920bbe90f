package dev.collab;

import dev.collab.conversation.AgentEntry;
import dev.collab.model.ConversationId;
import dev.collab.model.Receipt;
import java.time.Instant;
import java.util.List;

/**
 * Says where a reply stands in the timeline.
 *
 * @param conversation where it was done: the one it was asked for, or what that goes on in if it was merged
 * @param sequence the entry it is
 * @param at when
 * @param missed what its author had not seen when they sent it, oldest first; empty unless they said what they had seen
 */
public record Replied(ConversationId conversation, long sequence, Instant at, List<AgentEntry> missed) {
    /** Copies the list. */
    public Replied {
        missed = List.copyOf(missed);
    }

    static Replied of(Receipt receipt, List<AgentEntry> missed) {
        return new Replied(Receipts.conversation(receipt), receipt.sequence(), receipt.at(), missed);
    }
}
