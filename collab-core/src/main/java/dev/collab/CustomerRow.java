package dev.collab;

import dev.collab.conversation.CustomerEntry;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows a customer one of their conversations in a list.
 *
 * @param id the conversation
 * @param channel how they talk to us
 * @param subject what stands above a ticket; empty for nothing
 * @param status whether it is open, resolved or closed
 * @param lastActivityAt when the last message or reply was written
 * @param preview that message or reply
 * @param unread how many messages and replies they have not read; counting stops at {@value AgentRow#MOST_UNREAD}
 */
public record CustomerRow(
        ConversationId id,
        Channel channel,
        Optional<String> subject,
        ConversationStatus status,
        Instant lastActivityAt,
        CustomerEntry preview,
        int unread) {}
