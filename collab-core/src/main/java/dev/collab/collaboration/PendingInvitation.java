package dev.collab.collaboration;

import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.GroupId;
import dev.collab.model.Invitation;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows those who read a conversation that somebody is asked to take part in it.
 *
 * @param id the invitation
 * @param agent who is asked; empty if a group is
 * @param group the group that is asked; empty if an agent is
 * @param invitedBy who asks
 * @param level the level it offers
 * @param expiresAt until when it can be answered, exclusive
 */
public record PendingInvitation(
        InvitationId id,
        Optional<AgentId> agent,
        Optional<GroupId> group,
        Author invitedBy,
        Level level,
        Instant expiresAt) {
    /**
     * Shows an invitation.
     *
     * @param invitation a pending invitation
     * @return what a screen shows of it
     */
    public static PendingInvitation of(Invitation invitation) {
        return new PendingInvitation(
                invitation.id(),
                Optional.ofNullable(invitation.agent()),
                Optional.ofNullable(invitation.group()),
                invitation.invitedBy(),
                invitation.level(),
                invitation.expiresAt());
    }
}
