package dev.collab;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.Receipt;
import java.time.Instant;
import java.util.List;

/**
 * Says what moving a conversation came to.
 *
 * @param conversation which conversation: the one it was asked for, or what that goes on in if it was merged
 * @param sequence the entry that tells of it
 * @param at when
 * @param left the collaborators the other inbox does not allow, oldest collaboration first
 * @param assigneeStays whether there is an assignee and they keep it; if not, it waits in the queue there
 */
public record Moved(ConversationId conversation, long sequence, Instant at, List<AgentId> left, boolean assigneeStays) {
    /** Copies the list. */
    public Moved {
        left = List.copyOf(left);
    }

    static Moved of(Receipt receipt) {
        var came = MovePreview.of(receipt);
        return new Moved(
                Receipts.conversation(receipt), receipt.sequence(), receipt.at(), came.leaving(), came.assigneeStays());
    }
}
