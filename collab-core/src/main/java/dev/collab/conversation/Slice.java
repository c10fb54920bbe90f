package dev.collab.conversation;

import java.util.List;
import java.util.Optional;

/**
 * Is a page of a timeline, as one viewer sees it.
 *
 * @param <E> what the viewer is shown
 * @param entries the entries, oldest first
 * @param older where the page before begins; empty if there is nothing older
 * @param newer where to go on later; also if there is nothing newer yet
 */
public record Slice<E>(List<E> entries, Optional<Cursor> older, Cursor newer) {
    /** Copies the list. */
    public Slice {
        entries = List.copyOf(entries);
    }
}
