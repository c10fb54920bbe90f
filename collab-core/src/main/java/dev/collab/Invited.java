package dev.collab;

import dev.collab.model.GroupId;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import dev.collab.model.Receipt;

/**
 * Says what inviting a group came to.
 *
 * @param group which group
 * @param invitation what its members were asked by; the first who accepts takes part
 * @param level the level offered; what they may do is also bound by their ceiling
 * @param known whether it was so before, so that nothing changed
 */
public record Invited(GroupId group, InvitationId invitation, Level level, boolean known) {
    static Invited of(GroupId group, Receipt receipt) {
        return new Invited(
                group,
                new InvitationId(Receipts.need(receipt, "invitation")),
                Level.valueOf(Receipts.need(receipt, "level")),
                Boolean.parseBoolean(receipt.ids().get("known")));
    }
}
