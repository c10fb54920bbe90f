package dev.collab;

import dev.collab.model.AgentId;
import dev.collab.model.CollaborationId;
import dev.collab.model.ConversationId;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import dev.collab.model.Receipt;
import java.util.Optional;

/**
 * Says what adding an agent came to.
 *
 * @param conversation where it was done: the one it was asked for, or what that goes on in if it was merged
 * @param agent who
 * @param collaboration the grant they take part by; empty if they are invited
 * @param invitation what they were asked by; empty if they take part
 * @param level the level given or offered; what they may do is also bound by their ceiling
 * @param known whether it was so before, so that nothing changed
 * @param offline whether they were offline, so that an answer may take a while
 */
public record Added(
        ConversationId conversation,
        AgentId agent,
        Optional<CollaborationId> collaboration,
        Optional<InvitationId> invitation,
        Level level,
        boolean known,
        boolean offline) {
    static Added of(AgentId agent, Receipt receipt) {
        var ids = receipt.ids();
        return new Added(
                Receipts.conversation(receipt),
                agent,
                Optional.ofNullable(ids.get("collaboration")).map(CollaborationId::new),
                Optional.ofNullable(ids.get("invitation")).map(InvitationId::new),
                Level.valueOf(Receipts.need(receipt, "level")),
                Boolean.parseBoolean(ids.get("known")),
                Boolean.parseBoolean(ids.get("offline")));
    }
}
