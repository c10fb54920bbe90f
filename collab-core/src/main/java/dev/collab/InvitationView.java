package dev.collab;

import dev.collab.model.Channel;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.Invitation;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows an invitee what they are asked, and nothing else of the conversation.
 *
 * @param id the invitation
 * @param conversation to which conversation
 * @param channel how the customer talks to us
 * @param invitedBy the name of whoever asks
 * @param question what they ask; empty for nothing
 * @param group the group that is asked, whose other members it stays open for; empty if the invitee alone is asked
 * @param level the level it offers
 * @param escalation whether they are asked as a superior
 * @param expiresAt until when it can be answered, exclusive
 */
public record InvitationView(
        InvitationId id,
        ConversationId conversation,
        Channel channel,
        String invitedBy,
        Optional<String> question,
        Optional<GroupId> group,
        Level level,
        boolean escalation,
        Instant expiresAt) {
    static InvitationView of(ConversationHead head, Invitation invitation, boolean escalation) {
        return new InvitationView(
                invitation.id(),
                head.id(),
                head.channel(),
                invitation.invitedBy().name(),
                Optional.ofNullable(invitation.question()),
                Optional.ofNullable(invitation.group()),
                invitation.level(),
                escalation,
                invitation.expiresAt());
    }
}
