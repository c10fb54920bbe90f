package dev.collab;

import dev.collab.collaboration.Contribution;
import java.util.List;
import java.util.Optional;

/**
 * Is a page of contributions.
 *
 * @param contributions the one that began first comes first; a page may hold fewer than asked for, and be empty
 * @param next where the next page goes on; empty if there is none
 */
public record ContributionPage(List<Contribution> contributions, Optional<ListCursor> next) {
    /** Copies the list. */
    public ContributionPage {
        contributions = List.copyOf(contributions);
    }
}
