package dev.collab.collaboration;

import dev.collab.model.Acceptance;
import dev.collab.model.AddRule;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.Candidates;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationHead;
import dev.collab.model.GroupId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxSettings;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Party;
import dev.collab.visibility.Standing;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides who may be added to one conversation, as it is at one version and one time.
 *
 * <p>Search and add evaluate the same rules: {@link #candidates} says as data who can be found, {@link #add} decides
 * about one of them. Rules are tried in order and the first that allows decides; the decision carries its name.
 */
public final class CollaborationPolicy {
    private final ConversationHead head;
    private final InboxSettings settings;
    private final CollaborationSettings policy;
    private final Instant now;

    private CollaborationPolicy(ConversationHead head, InboxSettings settings, Instant now) {
        this.head = head;
        this.settings = settings;
        this.policy = settings.collaboration();
        this.now = now;
    }

    /**
     * Looks at a conversation.
     *
     * @param head the conversation
     * @param settings the settings of its inbox, of the same snapshot
     * @param now the time to decide for
     * @return the decisions for that moment
     */
    public static CollaborationPolicy of(ConversationHead head, InboxSettings settings, Instant now) {
        return new CollaborationPolicy(head, settings, now);
    }

    /** {@return whether the inbox has collaboration switched on} */
    public boolean isOn() {
        return policy.enabled();
    }

    /** {@return the collaborations in force, oldest first} */
    public List<Collaboration> collaborations() {
        return head.collaborations().stream()
                .filter(grant -> grant.isCurrent(settings.epoch(), now))
                .toList();
    }

    /** {@return the invitations that can still be answered, oldest first} */
    public List<Invitation> invitations() {
        return head.invitations().stream()
                .filter(invitation -> invitation.isCurrent(settings.invitationEpoch(), now))
                .toList();
    }

    /** {@return who may ask which groups, by the same rules} */
    public GroupPolicy groups() {
        return new GroupPolicy(this, head, policy);
    }

    /** {@return whether one more collaborator finds a place; pending invitations hold theirs} */
    public boolean hasPlace() {
        return collaborations().size() + invitations().size() < policy.limit();
    }

    /**
     * Decides whether somebody may add anybody at all now.
     *
     * @param adder what they are to the conversation
     * @return the scope of candidates, or why there is none
     */
    public Outcome<CandidateScope> candidates(Standing adder) {
        return mayAdd(adder).map(rules -> scope(adder, rules));
    }

    /**
     * Decides up to which level somebody may add anybody now.
     *
     * @param adder what they are to the conversation
     * @return the highest level of the rules for them and this case, their own at most; or why there is none
     */
    public Outcome<Level> highestLevel(Standing adder) {
        return mayAdd(adder)
                .map(rules -> Collections.max(rules.stream().map(AddRule::upTo).toList())
                        .atMost(adder.ownLevel()));
    }

    /**
     * Decides whether somebody may add an agent now.
     *
     * @param adder what they are to the conversation
     * @param id whom they want to add
     * @param candidate what the directory knows of the agent; empty if nothing
     * @param options how they are to be added
     * @return what it comes to, or why not; a candidate whom the policy hides is answered like an unknown one
     */
    public Outcome<Addition> add(Standing adder, AgentId id, Optional<AgentProfile> candidate, AddOptions options) {
        return mayAdd(adder).flatMap(rules -> {
            if (id.equals(head.assignee())) {
                return Outcome.rejected(Reason.ALREADY_ASSIGNEE);
            }
            if (adder.isAgent(id)) {
                return Outcome.rejected(Reason.CANNOT_ADD_SELF);
            }
            var existing = collaborations().stream()
                    .filter(grant -> grant.agent().equals(id))
                    .findFirst();
            if (existing.isPresent()) {
                return Outcome.done(new Addition.Existing(existing.get()));
            }
            return evaluate(adder, rules, candidate, options);
        });
    }

    /**
     * Decides whether somebody may change the level of a collaborator: whoever could add them at that level.
     *
     * @param adder what they are to the conversation
     * @param grant the collaboration
     * @param candidate what the directory knows of the collaborator; empty if nothing
     * @param level the level it shall have
     * @return the name of the rule that allows it, or why not
     */
    public Outcome<String> changeLevel(
            Standing adder, Collaboration grant, Optional<AgentProfile> candidate, Level level) {
        return mayAdd(adder).flatMap(rules -> {
            if (adder.isAgent(grant.agent())) {
                return Outcome.rejected(Reason.CANNOT_ADD_SELF);
            }
            if (level.compareTo(adder.ownLevel()) > 0) {
                return Outcome.rejected(Reason.LEVEL_TOO_HIGH);
            }
            var others = takingPart(adder);
            others.remove(grant.agent());
            var matching = candidate.stream()
                    .flatMap(agent -> rules.stream()
                            // Whoever takes part already does so whether or not they are at their desk this minute.
                            .filter(rule ->
                                    scope(adder, List.of(rule), others, true).admits(agent)))
                    .toList();
            return matching.stream()
                    .filter(rule -> level.compareTo(rule.upTo()) <= 0)
                    .findFirst()
                    .<Outcome<String>>map(rule -> Outcome.done(rule.name()))
                    .orElseGet(() -> Outcome.rejected(
                            matching.isEmpty() ? Reason.CANDIDATE_UNAVAILABLE : Reason.LEVEL_TOO_HIGH,
                            rules().refusals(adder, matching)));
        });
    }

    /**
     * Gives what accepting an invitation comes to; it was decided when the invitation was made.
     *
     * @param invitation a pending invitation
     * @param agent who accepts
     * @return the grant it promised
     */
    public Addition.Grant accepted(Invitation invitation, AgentProfile agent) {
        return new Addition.Grant(
                agent,
                CollaborationOrigin.INVITED,
                Optional.ofNullable(invitation.group()),
                Optional.ofNullable(invitation.rule()),
                invitation.level(),
                Optional.ofNullable(invitation.fromSequence()),
                Optional.ofNullable(invitation.timeBox()).map(now::plus),
                isEscalation(invitation, agent),
                settings.revision());
    }

    /**
     * Tells whether an invitation asks an agent as a superior.
     *
     * @param invitation a pending invitation
     * @param agent one of those it asks
     * @return what was decided when an agent was asked; for a group, what its member is now
     */
    public boolean isEscalation(Invitation invitation, AgentProfile agent) {
        return invitation.group() == null
                ? invitation.escalation()
                : agent.leads(head.inbox(), head.facts().group());
    }

    /**
     * Decides whether a lead may join on their own.
     *
     * @param lead what they are to the conversation
     * @return what it comes to, or why not
     */
    public Outcome<Addition> join(Standing lead) {
        if (!isOn()) {
            return Outcome.rejected(Reason.COLLABORATION_OFF);
        }
        if (lead.is(Party.ASSIGNEE)) {
            return Outcome.rejected(Reason.ALREADY_ASSIGNEE);
        }
        if (lead.collaboration().isPresent()) {
            return Outcome.done(new Addition.Existing(lead.collaboration().get()));
        }
        return takePart(lead, CollaborationOrigin.JOINED).map(grant -> grant);
    }

    /**
     * Decides whether an assignee who hands the conversation over may stay on it.
     *
     * @param assignee what they are to the conversation
     * @return their grant, or why not; no rule of the policy is needed
     */
    public Outcome<Addition.Grant> keep(Standing assignee) {
        return isOn() ? takePart(assignee, CollaborationOrigin.KEPT) : Outcome.rejected(Reason.COLLABORATION_OFF);
    }

    /**
     * Decides who stays on a conversation that has come from another inbox: whom this policy lets somebody add.
     *
     * @param people what the directory knows of the collaborators
     * @return those who stay, oldest collaboration first
     */
    public Set<AgentId> staying(Function<AgentId, Optional<AgentProfile>> people) {
        return new Arrivals(head, settings).staying(collaborations(), people);
    }

    /**
     * Decides whether a collaborator of a conversation that was merged into this one takes part here.
     *
     * @param agent who
     * @param level the level they had
     * @param from the entry that tells of the merge
     * @param endsAt the end of their time box; empty for none
     * @return their grant; empty if collaboration is off, there is no place, or they are not to be added
     */
    public Optional<Addition.Grant> merged(AgentProfile agent, Level level, long from, Optional<Instant> endsAt) {
        boolean free = hasPlaceFor(agent.id())
                && endsAt.filter(end -> !now.isBefore(end)).isEmpty();
        return free
                ? new Arrivals(head, settings).merged(agent, collaborations(), level, from, endsAt)
                : Optional.empty();
    }

    private Outcome<Addition.Grant> takePart(Standing agent, CollaborationOrigin origin) {
        var profile = agent.profile().orElseThrow();
        if (!hasPlaceFor(profile.id())) {
            return Outcome.rejected(Reason.LIMIT_REACHED);
        }
        return Outcome.done(new Addition.Grant(
                profile,
                origin,
                Optional.empty(),
                Optional.empty(),
                Level.RESPONDER,
                Optional.of(0L),
                Optional.empty(),
                false,
                settings.revision()));
    }

    private Optional<Invitation> invitationOf(AgentId agent) {
        return invitations().stream()
                .filter(invitation -> agent.equals(invitation.agent()))
                .findFirst();
    }

    /** Whoever comes without waiting for the answer takes over the place their invitation holds. */
    private boolean hasPlaceFor(AgentId agent) {
        return invitationOf(agent).isPresent() || hasPlace();
    }

    /** The rules that are for this adder and this case; whom they allow comes after. */
    Outcome<List<AddRule>> mayAdd(Standing adder) {
        if (!isOn()) {
            return Outcome.rejected(Reason.COLLABORATION_OFF);
        }
        if (head.assignee() == null && !adder.isLead()) {
            return Outcome.rejected(Reason.NO_ASSIGNEE);
        }
        var rules = policy.rules().stream()
                .filter(rule -> rules().isFor(rule, adder) && rules().isForCase(rule))
                .toList();
        if (rules.isEmpty()) {
            return Outcome.rejected(Reason.NOT_PERMITTED, rules().refusals(adder, List.of()));
        }
        return Outcome.done(rules);
    }

    private Outcome<Addition> evaluate(
            Standing adder, List<AddRule> rules, Optional<AgentProfile> candidate, AddOptions options) {
        var matching = candidate.stream()
                .flatMap(agent -> rules.stream()
                        .filter(rule -> scope(adder, List.of(rule)).admits(agent)))
                .toList();
        return allowing(adder, matching, options).flatMap(rule -> admit(adder, rule, candidate.orElseThrow(), options));
    }

    /** The first of the rules that match which goes as far as is asked; nobody gives more than they have. */
    Outcome<AddRule> allowing(Standing adder, List<AddRule> matching, AddOptions options) {
        var level = options.level();
        if (level.isPresent() && level.get().compareTo(adder.ownLevel()) > 0) {
            return Outcome.rejected(Reason.LEVEL_TOO_HIGH);
        }
        if (options.window().equals(Optional.of(HistoryWindow.FULL)) && adder.ownWindow() > 0) {
            return Outcome.rejected(Reason.WINDOW_TOO_WIDE);
        }
        return matching.stream()
                .filter(rule -> level.isEmpty() || level.get().compareTo(rule.upTo()) <= 0)
                .findFirst()
                .<Outcome<AddRule>>map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(
                        matching.isEmpty() ? Reason.CANDIDATE_UNAVAILABLE : Reason.LEVEL_TOO_HIGH,
                        rules().refusals(adder, matching)));
    }

    private Outcome<Addition> admit(Standing adder, AddRule rule, AgentProfile agent, AddOptions options) {
        var pending = invitationOf(agent.id());
        if (pending.isPresent() && rule.acceptance() == Acceptance.INVITATION) {
            return Outcome.done(new Addition.Pending(pending.get()));
        }
        if (!hasPlaceFor(agent.id())) {
            return Outcome.rejected(Reason.LIMIT_REACHED);
        }
        boolean superior = agent.leads(head.inbox(), head.facts().group());
        var offer = offer(adder, rule, Optional.of(agent), Optional.empty(), superior, options);
        return Outcome.done(
                rule.acceptance() == Acceptance.INVITATION
                        ? offer
                        : new Addition.Grant(
                                agent,
                                CollaborationOrigin.ADDED,
                                Optional.empty(),
                                Optional.of(rule.name()),
                                offer.level(),
                                offer.fromSequence(),
                                offer.timeBox().map(now::plus),
                                superior,
                                settings.revision()));
    }

    /** What the rule and the adder's wishes come to for whoever is asked. */
    Addition.Offer offer(
            Standing adder,
            AddRule rule,
            Optional<AgentProfile> agent,
            Optional<GroupId> group,
            boolean superior,
            AddOptions options) {
        var timeToLive = head.channel() == Channel.LIVE_CHAT ? policy.chatInvitation() : policy.ticketInvitation();
        return new Addition.Offer(
                agent,
                group,
                rule.name(),
                options.level().orElse(rule.upTo().atMost(adder.ownLevel())),
                options.window().equals(Optional.of(HistoryWindow.FROM_ADD))
                        ? Optional.empty()
                        : Optional.of(adder.ownWindow()),
                Optional.ofNullable(rule.timeBox()),
                superior,
                options.question(),
                now.plus(timeToLive),
                settings.revision());
    }

    CandidateScope scope(Standing adder, List<AddRule> rules) {
        return scope(adder, rules, takingPart(adder), policy.offlineAllowed());
    }

    private CandidateScope scope(Standing adder, List<AddRule> rules, Set<AgentId> excluded, boolean offline) {
        boolean anyone = false;
        boolean superiors = false;
        var groups = new HashSet<>(
                rules.stream().flatMap(rule -> rule.whomGroups().stream()).toList());
        for (var rule : rules) {
            anyone |= rule.whom().contains(Candidates.ANYONE);
            superiors |= rule.whom().contains(Candidates.SUPERIORS);
            if (rule.whom().contains(Candidates.PEERS)) {
                adder.profile().ifPresent(agent -> groups.addAll(agent.groups()));
            }
        }
        return new CandidateScope(
                anyone,
                groups,
                superiors,
                head.inbox(),
                head.facts().group(),
                excluded,
                head.customer(),
                policy.botsAllowed(),
                offline);
    }

    private Set<AgentId> takingPart(Standing adder) {
        var agents = takingPart();
        adder.profile().map(AgentProfile::id).ifPresent(agents::add);
        return agents;
    }

    /** The assignee and those who collaborate; a set to add to. */
    Set<AgentId> takingPart() {
        var agents = new HashSet<AgentId>();
        Optional.ofNullable(head.assignee()).ifPresent(agents::add);
        collaborations().forEach(grant -> agents.add(grant.agent()));
        return agents;
    }

    private Rules rules() {
        return new Rules(head, policy);
    }
}
