package dev.collab.spi;

import dev.collab.model.TimelineEntry;
import java.util.List;

/**
 * Is what a decision needs, with the end of the timeline it decides about.
 *
 * <p>The entries are for whomever they were written; nothing of them is shown before it is decided what may be.
 *
 * @param conversation what was loaded
 * @param newest the last entries the head counts, newest first
 */
public record StoredEnd(StoredConversation conversation, List<TimelineEntry> newest) {
    /** Copies the list. */
    public StoredEnd {
        newest = List.copyOf(newest);
    }
}
