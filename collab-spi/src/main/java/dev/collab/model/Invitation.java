package dev.collab.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks an agent, or any one member of a group, to take part.
 *
 * <p>It stands in the head while it is pending and gives access to nothing but itself. Like a collaboration it can be
 * over without an entry that says so: ask {@link #isCurrent} before every use.
 *
 * @param id unique in the inbox
 * @param agent who is asked; null if a group is
 * @param group the group that is asked; null if an agent is
 * @param invitedBy who asks
 * @param question what they ask; null if nothing
 * @param rule the name of the policy's rule that allowed it
 * @param level the level it offers
 * @param fromSequence the first entry the invitee will read; null for the one that adds them
 * @param timeBox how long the collaboration will last; null for no end
 * @param epoch the inbox's invitation epoch when it was made
 * @param escalation whether the invitee is asked as a superior
 * @param invitedAt when it was made
 * @param expiresAt the end of its time to live, exclusive
 */
public record Invitation(
        InvitationId id,
        @Nullable AgentId agent,
        @Nullable GroupId group,
        Author invitedBy,
        @Nullable String question,
        @Nullable String rule,
        Level level,
        @Nullable Long fromSequence,
        @Nullable Duration timeBox,
        long epoch,
        boolean escalation,
        Instant invitedAt,
        Instant expiresAt) {
    /** Checks that exactly one of agent and group is asked. */
    public Invitation {
        Checks.that((agent == null) != (group == null), "invitee", "must be either an agent or a group");
        Checks.notNegative("epoch", epoch);
    }

    /**
     * Tells whether the invitation can still be answered.
     *
     * @param invitationEpoch the invitation epoch of the conversation's inbox
     * @param now the time to decide for
     * @return false once the epoch has advanced or its time to live is over
     */
    public boolean isCurrent(long invitationEpoch, Instant now) {
        return epoch == invitationEpoch && now.isBefore(expiresAt);
    }
}
