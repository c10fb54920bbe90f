package dev.collab.conversation;

import dev.collab.outcome.Details;
import java.util.List;

/**
 * Shows what the author of a held reply had missed; the only details that hold text.
 *
 * @param entries what they may see of it, oldest first, at most {@value #MOST}
 */
public record Missed(List<AgentEntry> entries) implements Details {
    /** Enough to see why a reply was held; the rest is a page away. */
    public static final int MOST = 50;

    /** Copies the list. */
    public Missed {
        entries = List.copyOf(entries);
    }
}
