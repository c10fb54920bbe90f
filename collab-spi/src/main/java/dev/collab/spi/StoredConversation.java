package dev.collab.spi;

import dev.collab.model.ConversationHead;
import dev.collab.model.InboxSettings;
import dev.collab.model.StoredReceipt;
import org.jspecify.annotations.Nullable;

/**
 * Is what a decision rests on, of one snapshot.
 *
 * @param head the conversation's head
 * @param settings the settings of the head's inbox; {@link InboxSettings#untouched} if nobody has changed them
 * @param receipt the receipt of the command asked for; null if it has none, or none was asked for
 */
public record StoredConversation(
        ConversationHead head,
        InboxSettings settings,
        @Nullable StoredReceipt receipt) {}
