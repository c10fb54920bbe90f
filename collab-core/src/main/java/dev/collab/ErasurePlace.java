package dev.collab;

import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;

/**
 * Says where an erasure goes on; a host keeps it to take the work up again.
 *
 * @param conversation in which conversation
 * @param sequence from which entry on
 */
public record ErasurePlace(ConversationId conversation, long sequence) {
    /** Checks the sequence. */
    public ErasurePlace {
        if (sequence < 0) {
            throw new InvalidArgumentException("sequence", "must not be negative");
        }
    }
}
