package dev.collab;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.Receipt;
import java.time.Instant;
import java.util.List;

/**
 * Says what merging two conversations came to.
 *
 * @param source the conversation that was closed: the one it was asked for, or what that went on in already
 * @param conversation the one it goes on in: the one it was asked for, or what that goes on in
 * @param sequence the entry there that tells of it
 * @param at when
 * @param joined the collaborators of the source who joined there, oldest collaboration first
 */
public record Merged(
        ConversationId source, ConversationId conversation, long sequence, Instant at, List<AgentId> joined) {
    /** Copies the list. */
    public Merged {
        joined = List.copyOf(joined);
    }

    static Merged of(ConversationId source, Receipt receipt) {
        return new Merged(
                source,
                new ConversationId(Receipts.need(receipt, "into")),
                receipt.sequence(),
                receipt.at(),
                Receipts.agents(receipt, "joined."));
    }
}
