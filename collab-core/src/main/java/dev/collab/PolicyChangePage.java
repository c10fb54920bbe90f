package dev.collab;

import java.util.List;
import java.util.Optional;

/**
 * Is a page of what another policy would change.
 *
 * @param changes the open conversations for which something would change, the one with the newest customer message or
 *     reply first
 * @param lookedAt how many open conversations of the inbox this page looked at
 * @param next where the next page goes on, also if this one changes nothing; empty if there is none
 */
public record PolicyChangePage(List<PolicyChange> changes, int lookedAt, Optional<ListCursor> next) {
    /** Copies the list. */
    public PolicyChangePage {
        changes = List.copyOf(changes);
    }
}
