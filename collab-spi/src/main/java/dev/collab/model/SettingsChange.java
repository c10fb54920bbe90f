package dev.collab.model;

import java.time.Instant;

/**
 * Is the audit of one change of an inbox's settings.
 *
 * @param admin who changed them
 * @param at when
 * @param before the settings it replaced
 * @param after the settings it made; its revision is one more
 */
public record SettingsChange(AgentId admin, Instant at, InboxSettings before, InboxSettings after) {
    /** Checks that one follows the other. */
    public SettingsChange {
        Checks.that(before.inbox().equals(after.inbox()), "after", "must be of the same inbox");
        Checks.that(after.revision() == before.revision() + 1, "after", "must have the next revision");
    }
}
