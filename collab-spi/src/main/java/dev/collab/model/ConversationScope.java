package dev.collab.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says as data which conversations a viewer may see, for lists.
 *
 * <p>It is the same decision as for a single conversation, in a form a store can search by. The form is closed: an
 * adapter translates all of it, or refuses. {@link #admits} is the meaning.
 *
 * @param agent who looks; null for a customer
 * @param customer the customer who looks; for an agent the customer they are in private, whose conversations they never
 *     see; null if there is none
 * @param now the time to decide for
 * @param groups the groups the agent belongs to
 * @param supervised the inboxes in which the agent supervises the conversations of their groups
 * @param administered the inboxes of which the agent sees all
 * @param worksIn the inboxes the agent works in; they read others' conversations there if the inbox lets them
 */
public record ConversationScope(
        @Nullable AgentId agent,
        @Nullable CustomerId customer,
        Instant now,
        Set<GroupId> groups,
        Set<InboxId> supervised,
        Set<InboxId> administered,
        Set<InboxId> worksIn) {
    /** Copies the sets and checks that somebody looks. */
    public ConversationScope {
        Checks.that(agent != null || customer != null, "viewer", "must be an agent or a customer");
        groups = Checks.sorted(groups);
        supervised = Checks.sorted(supervised);
        administered = Checks.sorted(administered);
        worksIn = Checks.sorted(worksIn);
    }

    /**
     * Decides whether a conversation is in scope.
     *
     * @param head a conversation
     * @param settings the settings of its inbox, of the same snapshot
     * @return true if the viewer may see that it exists
     */
    public boolean admits(ConversationHead head, InboxSettings settings) {
        if (agent == null) {
            return head.customer().equals(customer);
        }
        if (head.customer().equals(customer)) {
            return false;
        }
        return agent.equals(head.assignee())
                || head.collaborationOf(agent)
                        .filter(grant -> grant.isCurrent(settings.epoch(), now))
                        .isPresent()
                || readsFromOutside(head, settings);
    }

    /**
     * Decides whether an agent reads a conversation without taking part in it.
     *
     * @param head a conversation
     * @param settings the settings of its inbox, of the same snapshot
     * @return true for admins, supervisors of its group, and those the inbox lets read
     */
    public boolean readsFromOutside(ConversationHead head, InboxSettings settings) {
        if (agent == null || head.customer().equals(customer)) {
            return false;
        }
        return administered.contains(head.inbox())
                || readsByGroup(head, settings)
                || (worksIn.contains(head.inbox()) && settings.conversations().othersRead());
    }

    /**
     * Gives the first entry that is new to an agent since they take part.
     *
     * @param head a conversation
     * @param settings the settings of its inbox, of the same snapshot
     * @return the sequence after the entry that assigned or added them; 0 for all who do not take part, and for customers
     */
    public long newFrom(ConversationHead head, InboxSettings settings) {
        if (agent == null) {
            return 0;
        }
        long assigned = agent.equals(head.assignee()) ? head.assignedSequence() + 1 : 0;
        long added = head.collaborationOf(agent)
                .filter(grant -> grant.isCurrent(settings.epoch(), now))
                .map(grant -> grant.sequence() + 1)
                .orElse(0L);
        return Math.max(assigned, added);
    }

    private boolean readsByGroup(ConversationHead head, InboxSettings settings) {
        var group = head.facts().group();
        return group != null
                && groups.contains(group)
                && (supervised.contains(head.inbox())
                        || head.isQueued()
                        || settings.conversations().groupReading() == GroupReading.ALL);
    }
}
