package dev.collab.collaboration;

import dev.collab.model.AgentProfile;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.GroupId;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Is what adding somebody comes to. */
public sealed interface Addition {
    /**
     * Nothing changes: they take part already.
     *
     * @param collaboration the grant they have
     */
    record Existing(Collaboration collaboration) implements Addition {}

    /**
     * Nothing changes: they are invited already.
     *
     * @param invitation the invitation they have
     */
    record Pending(Invitation invitation) implements Addition {}

    /**
     * They take part from now on.
     *
     * @param agent who
     * @param origin how it came about
     * @param group the group that was asked; empty if they were asked themselves, or nobody was
     * @param rule the rule that allowed it; empty if none was needed
     * @param level the level
     * @param fromSequence the first entry they read; empty for the one that adds them
     * @param endsAt the end of the time box; empty for none
     * @param escalation whether they are a superior
     * @param settingsRevision the settings the decision rests on
     */
    record Grant(
            AgentProfile agent,
            CollaborationOrigin origin,
            Optional<GroupId> group,
            Optional<String> rule,
            Level level,
            Optional<Long> fromSequence,
            Optional<Instant> endsAt,
            boolean escalation,
            long settingsRevision)
            implements Addition {
        /**
         * Gives the same grant with another origin.
         *
         * @param other how it came about
         * @return a copy
         */
        public Grant as(CollaborationOrigin other) {
            return new Grant(agent, other, group, rule, level, fromSequence, endsAt, escalation, settingsRevision);
        }
    }

    /**
     * They are asked, either an agent or any one member of a group.
     *
     * @param agent who; empty if a group is asked
     * @param group the group; empty if an agent is asked
     * @param rule the rule that allowed it
     * @param level the level offered
     * @param fromSequence the first entry they will read; empty for the one that adds them
     * @param timeBox how long they will take part; empty for no end
     * @param escalation whether they are a superior; false for a group, of which only the answer shows who it is
     * @param question what they are asked; empty for nothing
     * @param expiresAt the end of the time to live
     * @param settingsRevision the settings the decision rests on
     */
    record Offer(
            Optional<AgentProfile> agent,
            Optional<GroupId> group,
            String rule,
            Level level,
            Optional<Long> fromSequence,
            Optional<Duration> timeBox,
            boolean escalation,
            Optional<String> question,
            Instant expiresAt,
            long settingsRevision)
            implements Addition {}
}
