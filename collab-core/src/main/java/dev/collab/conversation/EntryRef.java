package dev.collab.conversation;

import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;

/**
 * Points at an entry, as a host's own index or stream does.
 *
 * @param conversation the conversation
 * @param sequence its place; in the numbering of whoever asks: an agent's or the customer's
 */
public record EntryRef(ConversationId conversation, long sequence) {
    /** Checks the sequence. */
    public EntryRef {
        if (sequence < 0) {
            throw new InvalidArgumentException("sequence", "must not be negative");
        }
    }
}
