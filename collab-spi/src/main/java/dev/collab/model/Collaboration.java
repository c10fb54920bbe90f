package dev.collab.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records a grant on one conversation that lets an agent take part.
 *
 * <p>It begins when somebody entitled to adds the agent, may change its level and be suspended and resumed, and ends
 * once. While it lasts it stands in the head of the conversation; then it becomes an {@link EndedCollaboration}. Adding
 * the same agent again makes another one.
 *
 * <p>It can also be over without an entry that says so: when the inbox's epoch has advanced, or its time is up. Ask
 * {@link #isCurrent} before every use.
 *
 * @param id unique in the inbox
 * @param agent who takes part
 * @param agentName the agent's name when it began
 * @param addedBy who added them; themselves if they joined
 * @param origin how it came about
 * @param group the group that was asked when they accepted for it; null if they were asked themselves, or nobody was
 * @param rule the name of the policy's rule that allowed it; null if it needed none
 * @param level the level given; what the agent may do is also bound by their ceiling
 * @param sequence the entry that began it
 * @param fromSequence the first entry the agent reads
 * @param epoch the inbox's collaboration epoch when it began
 * @param escalation whether the agent was added as a superior
 * @param state whether it lets the agent act
 * @param startedAt when it began
 * @param endsAt the end of its time box, exclusive; null if it has none
 * @param work what the agent has written under it
 */
public record Collaboration(
        CollaborationId id,
        AgentId agent,
        String agentName,
        Author addedBy,
        CollaborationOrigin origin,
        @Nullable GroupId group,
        @Nullable String rule,
        Level level,
        long sequence,
        long fromSequence,
        long epoch,
        boolean escalation,
        CollaborationState state,
        Instant startedAt,
        @Nullable Instant endsAt,
        Work work) {
    /** Checks the values. */
    public Collaboration {
        Checks.label("agent's name", agentName, 200);
        Checks.notNegative("sequence", sequence);
        Checks.notNegative("from sequence", fromSequence);
        Checks.notNegative("epoch", epoch);
    }

    /**
     * Tells whether the collaboration is still in force.
     *
     * @param inboxEpoch the epoch of the conversation's inbox
     * @param now the time to decide for
     * @return false once the epoch has advanced or the time box is over
     */
    public boolean isCurrent(long inboxEpoch, Instant now) {
        return epoch == inboxEpoch && (endsAt == null || now.isBefore(endsAt));
    }

    /**
     * Gives the same collaboration at another level.
     *
     * @param other the level
     * @return a copy
     */
    public Collaboration withLevel(Level other) {
        return changed(agentName, addedBy, other, epoch, state, work);
    }

    /**
     * Gives the same collaboration in another state.
     *
     * @param other the state
     * @return a copy
     */
    public Collaboration withState(CollaborationState other) {
        return changed(agentName, addedBy, level, epoch, other, work);
    }

    /**
     * Gives the same collaboration with other work.
     *
     * @param other the work
     * @return a copy
     */
    public Collaboration withWork(Work other) {
        return changed(agentName, addedBy, level, epoch, state, other);
    }

    /**
     * Gives the same collaboration with other names.
     *
     * @param newAgentName what to call the agent
     * @param newAddedBy who added them, by another name
     * @return a copy
     */
    public Collaboration withNames(String newAgentName, Author newAddedBy) {
        return changed(newAgentName, newAddedBy, level, epoch, state, work);
    }

    /**
     * Gives the same collaboration in the epoch of another inbox.
     *
     * @param other the epoch
     * @return a copy
     */
    public Collaboration withEpoch(long other) {
        return changed(agentName, addedBy, level, other, state, work);
    }

    /** Everything else about a collaboration never changes. */
    private Collaboration changed(
            String newAgentName,
            Author newAddedBy,
            Level newLevel,
            long newEpoch,
            CollaborationState newState,
            Work newWork) {
        return new Collaboration(
                id,
                agent,
                newAgentName,
                newAddedBy,
                origin,
                group,
                rule,
                newLevel,
                sequence,
                fromSequence,
                newEpoch,
                escalation,
                newState,
                startedAt,
                endsAt,
                newWork);
    }
}
