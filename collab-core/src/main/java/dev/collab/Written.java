package dev.collab;

import dev.collab.model.ConversationId;
import dev.collab.model.Receipt;
import java.time.Instant;

/**
 * Says where a done command stands in the timeline.
 *
 * @param conversation where it was done: the one it was asked for, or what that goes on in if it was merged
 * @param sequence the entry it wrote
 * @param at when
 */
public record Written(ConversationId conversation, long sequence, Instant at) {
    static Written of(Receipt receipt) {
        return new Written(Receipts.conversation(receipt), receipt.sequence(), receipt.at());
    }
}
