package dev.collab.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says as data which agents somebody may add to a conversation now.
 *
 * <p>The form is closed: a directory filters by all of it. {@link #admits} is the meaning; rows that it does not admit
 * are dropped again by the core.
 *
 * @param anyone whether every agent is in scope, within the bounds below
 * @param groups agents of these are in scope
 * @param superiors whether supervisors of {@code group} and admins of {@code inbox} are in scope
 * @param inbox the conversation's inbox
 * @param group the conversation's group; null if it has none
 * @param excluded never in scope: the assignee, those who take part already, and the adder
 * @param customer the conversation's customer; agents who are this customer are never in scope
 * @param bots whether bots are in scope
 * @param offline whether agents who are offline are in scope
 */
public record CandidateScope(
        boolean anyone,
        Set<GroupId> groups,
        boolean superiors,
        InboxId inbox,
        @Nullable GroupId group,
        Set<AgentId> excluded,
        CustomerId customer,
        boolean bots,
        boolean offline) {
    /** Copies the sets. */
    public CandidateScope {
        groups = Checks.sorted(groups);
        excluded = Checks.sorted(excluded);
    }

    /**
     * Decides whether an agent is in scope.
     *
     * @param agent what the directory knows of them
     * @return true if they may be added, as far as this scope can say
     */
    public boolean admits(AgentProfile agent) {
        return agent.active()
                && !excluded.contains(agent.id())
                && !customer.equals(agent.customer())
                && (bots || !agent.bot())
                && (offline || agent.presence() != Presence.OFFLINE)
                && (anyone
                        || agent.groups().stream().anyMatch(groups::contains)
                        || (superiors && agent.leads(inbox, group)));
    }
}
