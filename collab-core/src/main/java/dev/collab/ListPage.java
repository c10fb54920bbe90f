package dev.collab;

import java.util.List;
import java.util.Optional;

/**
 * Is a page of a list of conversations.
 *
 * @param <R> what the viewer is shown of each
 * @param rows the conversations, the one with the newest customer message or reply first
 * @param next where the next page goes on; empty if there is none
 */
public record ListPage<R>(List<R> rows, Optional<ListCursor> next) {
    /** Copies the list. */
    public ListPage {
        rows = List.copyOf(rows);
    }
}
