package dev.collab.collaboration;

import dev.collab.model.AddRule;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.Candidates;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationHead;
import dev.collab.model.GroupId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Level;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides about those who come along: nobody adds them here, so no rule is asked who may use it. */
final class Arrivals {
    private final ConversationHead head;
    private final InboxSettings settings;
    private final CollaborationSettings policy;

    Arrivals(ConversationHead head, InboxSettings settings) {
        this.head = head;
        this.settings = settings;
        this.policy = settings.collaboration();
    }

    Set<AgentId> staying(List<Collaboration> grants, Function<AgentId, Optional<AgentProfile>> people) {
        var staying = new LinkedHashSet<AgentId>();
        for (var grant : grants) {
            boolean place = policy.enabled() && staying.size() < policy.limit();
            if (place
                    && people.apply(grant.agent())
                            .filter(agent -> stays(agent, grant))
                            .isPresent()) {
                staying.add(grant.agent());
            }
        }
        return staying;
    }

    private boolean stays(AgentProfile agent, Collaboration grant) {
        boolean leads = grant.origin() == CollaborationOrigin.JOINED
                && agent.leads(head.inbox(), head.facts().group());
        return leads
                ? anyone(Set.of()).admits(agent)
                : policy.rules().stream().anyMatch(rule -> covers(rule, agent, grant));
    }

    private boolean covers(AddRule rule, AgentProfile agent, Collaboration grant) {
        return rule.when().matches(head.channel(), head.facts())
                && grant.level().compareTo(rule.upTo()) <= 0
                && whom(rule).admits(agent);
    }

    Optional<Addition.Grant> merged(
            AgentProfile agent, List<Collaboration> here, Level level, long from, Optional<Instant> endsAt) {
        var excluded = new HashSet<AgentId>();
        Optional.ofNullable(head.assignee()).ifPresent(excluded::add);
        here.forEach(grant -> excluded.add(grant.agent()));
        return policy.enabled() && anyone(excluded).admits(agent)
                ? Optional.of(new Addition.Grant(
                        agent,
                        CollaborationOrigin.MERGED,
                        Optional.empty(),
                        Optional.empty(),
                        level,
                        Optional.of(from),
                        endsAt,
                        false,
                        settings.revision()))
                : Optional.empty();
    }

    /** Without an adder a peer is somebody of the conversation's group. */
    private CandidateScope whom(AddRule rule) {
        var groups = new HashSet<GroupId>(rule.whomGroups());
        if (rule.whom().contains(Candidates.PEERS)) {
            Optional.ofNullable(head.facts().group()).ifPresent(groups::add);
        }
        return scope(
                rule.whom().contains(Candidates.ANYONE), groups, rule.whom().contains(Candidates.SUPERIORS), Set.of());
    }

    private CandidateScope anyone(Set<AgentId> excluded) {
        return scope(true, Set.of(), false, excluded);
    }

    /** Who takes part already does so whether or not they are at their desk this minute. */
    private CandidateScope scope(boolean anyone, Set<GroupId> groups, boolean superiors, Set<AgentId> excluded) {
        return new CandidateScope(
                anyone,
                groups,
                superiors,
                head.inbox(),
                head.facts().group(),
                excluded,
                head.customer(),
                policy.botsAllowed(),
                true);
    }
}
