package dev.collab.conversation;

import dev.collab.model.ConversationId;
import dev.collab.outcome.Details;
import java.util.List;

/**
 * Shows what the author of a held reply had missed; the only details that hold text.
 *
 * @param conversation where the reply was held: what it goes on in, if it was merged
 * @param entries what they may see of it, oldest first, at most {@value #MOST}
 */
public record Missed(ConversationId conversation, List<AgentEntry> entries) implements Details {
    /** Enough to see why a reply was held; the rest is a page away. */
    public static final int MOST = 50;

    /** Copies the list. */
    public Missed {
        entries = List.copyOf(entries);
    }
}
