package dev.collab;

import dev.collab.collaboration.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * Is a page of agents who may be added.
 *
 * @param candidates who, by name
 * @param next where the next page goes on; empty if there is none
 */
public record CandidatePage(List<Candidate> candidates, Optional<ListCursor> next) {
    /** Copies the list. */
    public CandidatePage {
        candidates = List.copyOf(candidates);
    }
}
