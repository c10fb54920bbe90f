package dev.collab;

import dev.collab.model.AgentId;
import dev.collab.model.Receipt;
import java.util.List;

/**
 * Says what moving a conversation would come to.
 *
 * @param leaving the collaborators the other inbox does not allow, oldest collaboration first
 * @param assigneeStays whether there is an assignee and they would keep it; if not, it would wait in the queue there
 */
public record MovePreview(List<AgentId> leaving, boolean assigneeStays) {
    /** Copies the list. */
    public MovePreview {
        leaving = List.copyOf(leaving);
    }

    static MovePreview of(Receipt receipt) {
        return new MovePreview(
                Receipts.agents(receipt, "left."), Boolean.parseBoolean(Receipts.need(receipt, "assignee-stays")));
    }
}
