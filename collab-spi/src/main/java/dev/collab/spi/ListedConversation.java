package dev.collab.spi;

import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationScope;
import dev.collab.model.InboxSettings;
import dev.collab.model.TimelineEntry;

/**
 * Is one row of a list, of one snapshot.
 *
 * @param head the conversation's head
 * @param settings the settings of its inbox
 * @param newestPublic its last customer message or reply
 * @param mark the first position the viewer has not read; 0 if they never read it
 * @param unread the entries from the mark on, or, if that is later, from what is {@linkplain ConversationScope#newFrom new
 *     to them since they take part}; a customer's are those they are numbered for
 */
public record ListedConversation(
        ConversationHead head, InboxSettings settings, TimelineEntry newestPublic, long mark, Unread unread) {}
