package dev.collab;

import dev.collab.conversation.AgentEntry;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.InboxId;
import dev.collab.spi.Unread;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows an agent a conversation in a list.
 *
 * @param id the conversation
 * @param inbox where it is
 * @param customerName what to call the customer
 * @param channel how the customer talks to us
 * @param subject what stands above a ticket; empty for nothing
 * @param status where it is in its life
 * @param assignee the accountable agent; empty if there is none
 * @param lastActivityAt when the last customer message or reply was written
 * @param preview that message or reply, if the viewer may see it
 * @param unread how many entries in the viewer's sight they have not read; counting stops at {@value #MOST_UNREAD}
 */
public record AgentRow(
        ConversationId id,
        InboxId inbox,
        String customerName,
        Channel channel,
        Optional<String> subject,
        ConversationStatus status,
        Optional<AgentId> assignee,
        Instant lastActivityAt,
        Optional<AgentEntry> preview,
        int unread) {
    /** Where counting stops. */
    public static final int MOST_UNREAD = Unread.MOST;
}
