package dev.collab.model;

import java.time.Instant;

/**
 * Keeps the facts of a collaboration that is over.
 *
 * @param inbox the conversation's inbox when it ended
 * @param conversation the conversation
 * @param collaboration as it last was
 * @param reason why it ended
 * @param endedAt when it ended; not before it started
 */
public record EndedCollaboration(
        InboxId inbox, ConversationId conversation, Collaboration collaboration, EndReason reason, Instant endedAt) {}
