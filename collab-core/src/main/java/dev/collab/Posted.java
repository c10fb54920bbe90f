package dev.collab;

import dev.collab.model.ConversationId;
import dev.collab.model.Receipt;
import java.time.Instant;

/**
 * Says where a customer's message stands in what they see.
 *
 * @param conversation where it was done: the one it was asked for, or what that goes on in if it was merged
 * @param sequence its place: 0, 1, 2 … without a gap
 * @param at when
 */
public record Posted(ConversationId conversation, long sequence, Instant at) {
    static Posted of(Receipt receipt) {
        return new Posted(Receipts.conversation(receipt), Receipts.number(receipt, "customer-sequence"), receipt.at());
    }
}
