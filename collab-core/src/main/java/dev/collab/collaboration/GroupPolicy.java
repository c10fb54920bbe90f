package dev.collab.collaboration;

import dev.collab.model.AddRule;
import dev.collab.model.AgentId;
import dev.collab.model.CandidateScope;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationHead;
import dev.collab.model.GroupId;
import dev.collab.model.Invitation;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may ask which group to take part, by the rules that say whom one may add.
 *
 * <p>A rule allows to ask a group if it allows to add every member because they belong to it: it is for anyone, names
 * the group, or is for peers and the group is the adder's own. A rule for superiors alone allows no group.
 */
public final class GroupPolicy {
    private final CollaborationPolicy policy;
    private final ConversationHead head;
    private final CollaborationSettings settings;

    GroupPolicy(CollaborationPolicy policy, ConversationHead head, CollaborationSettings settings) {
        this.policy = policy;
        this.head = head;
        this.settings = settings;
    }

    /**
     * Says who could accept if somebody asked a group now.
     *
     * @param adder what they are to the conversation
     * @param group which group
     * @return its members who could be added, limit and capacity aside
     */
    public CandidateScope whoMayAccept(Standing adder, GroupId group) {
        var excluded = policy.takingPart();
        adder.profile().ifPresent(agent -> excluded.add(agent.id()));
        return members(group, excluded, settings.botsAllowed(), settings.offlineAllowed());
    }

    /**
     * Says who is to be told that a group is asked.
     *
     * @param group which group
     * @return its members who do not take part yet, offline or not, but no bots
     */
    public CandidateScope whoIsTold(GroupId group) {
        return members(group, policy.takingPart(), false, true);
    }

    private CandidateScope members(GroupId group, Set<AgentId> excluded, boolean bots, boolean offline) {
        return new CandidateScope(
                false,
                Set.of(group),
                false,
                head.inbox(),
                head.facts().group(),
                excluded,
                head.customer(),
                bots,
                offline);
    }

    /**
     * Decides whether somebody may ask a group now; whatever a rule says of acceptance, a group is always asked.
     *
     * @param adder what they are to the conversation
     * @param group which group
     * @param someoneMayAccept whether the directory knows an agent within {@link #whoMayAccept}
     * @param options how whoever accepts is to be added
     * @return the offer, or the invitation that is pending already, or why not; a group that nobody could answer for is
     *     refused like one the policy hides
     */
    public Outcome<Addition> invite(Standing adder, GroupId group, boolean someoneMayAccept, AddOptions options) {
        return policy.mayAdd(adder).flatMap(rules -> {
            var matching = rules.stream()
                    .filter(rule -> someoneMayAccept && allows(adder, rule, group))
                    .toList();
            return policy.allowing(adder, matching, options).flatMap(rule -> {
                var pending = pending(group);
                if (pending.isPresent()) {
                    return Outcome.done(new Addition.Pending(pending.get()));
                }
                return policy.hasPlace()
                        ? Outcome.done(policy.offer(adder, rule, Optional.empty(), Optional.of(group), false, options))
                        : Outcome.rejected(Reason.LIMIT_REACHED);
            });
        });
    }

    /**
     * Finds the invitation of a group that can still be answered.
     *
     * @param group which group
     * @return empty if none is pending
     */
    public Optional<Invitation> pending(GroupId group) {
        return policy.invitations().stream()
                .filter(one -> group.equals(one.group()))
                .findFirst();
    }

    private boolean allows(Standing adder, AddRule rule, GroupId group) {
        var scope = policy.scope(adder, List.of(rule));
        return scope.anyone() || scope.groups().contains(group);
    }
}
