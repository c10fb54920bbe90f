package dev.collab.model;

import java.time.Instant;
import java.util.Map;

/**
 * Is what a done command left: enough to answer a retry, nothing that could not be shown to anybody.
 *
 * @param sequence the first entry the command wrote
 * @param ids the ids it made or found, by name; never text
 * @param at when it was done
 */
public record Receipt(long sequence, Map<String, String> ids, Instant at) {
    /** Copies the ids. */
    public Receipt {
        Checks.notNegative("sequence", sequence);
        ids = Checks.sorted(ids);
    }
}
