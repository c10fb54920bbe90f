package dev.collab.conversation;

import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Addition;
import dev.collab.collaboration.Collaborator;
import dev.collab.collaboration.CollaboratorField;
import dev.collab.collaboration.PendingInvitation;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Author;
import dev.collab.model.CandidateScope;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationState;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.Invitation;
import dev.collab.model.InvitationEnd;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.model.Work;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Party;
import dev.collab.visibility.Standing;
import dev.collab.visibility.Visibility;
import java.util.Optional;

/** Carries out what the policy granted, and how taking part ends. */
final class TakingPart {
    static final String OFFLINE = "offline";
    static final String KNOWN = "known";

    private TakingPart() {}

    static CollaboratorField field(Conversation conversation, Standing viewer) {
        var policy = conversation.policy();
        var whyNot = candidates(conversation, viewer)
                .fold(scope -> Optional.<Reason>empty(), no -> Optional.of(no.reason()));
        return new CollaboratorField(
                policy.isOn(),
                whyNot.isEmpty(),
                whyNot,
                policy.collaborations().stream().map(Collaborator::of).toList(),
                policy.invitations().stream().map(PendingInvitation::of).toList());
    }

    static Outcome<CandidateScope> candidates(Conversation conversation, Standing adder) {
        return allowed(conversation, Act.ADD, adder)
                .flatMap(allowed -> conversation.policy().candidates(adder));
    }

    static Outcome<Level> highestLevel(Conversation conversation, Standing adder) {
        return allowed(conversation, Act.ADD, adder)
                .flatMap(allowed -> conversation.policy().highestLevel(adder));
    }

    /** Being off comes first, so that every way to take part is refused for the same reason. */
    static Outcome<Standing> allowed(Conversation conversation, Act act, Standing who) {
        return conversation.policy().isOn()
                ? conversation.allowed(act, who)
                : Outcome.rejected(Reason.COLLABORATION_OFF);
    }

    static Outcome<Decision> add(
            Conversation conversation,
            Standing adder,
            AgentId id,
            Optional<AgentProfile> candidate,
            AddOptions options,
            String newId) {
        return proposed(conversation, adder, id, candidate, options)
                .map(addition -> carriedOut(conversation, adder.author(), addition, newId));
    }

    /** All of the decision, and nothing of what follows from it. */
    static Outcome<Addition> proposed(
            Conversation conversation,
            Standing adder,
            AgentId id,
            Optional<AgentProfile> candidate,
            AddOptions options) {
        var text = options.question().flatMap(question -> Messages.problem(question, conversation.settings()));
        return addition(conversation, adder, id, candidate, options)
                .flatMap(addition -> text.isPresent() ? Outcome.rejected(text.get()) : Outcome.done(addition));
    }

    /** Every way to make somebody else take part goes through here. */
    static Outcome<Addition> addition(
            Conversation conversation,
            Standing adder,
            AgentId id,
            Optional<AgentProfile> candidate,
            AddOptions options) {
        return allowed(conversation, Act.ADD, adder)
                .flatMap(allowed -> conversation.policy().add(adder, id, candidate, options));
    }

    static Outcome<Decision> changeLevel(
            Conversation conversation, Standing by, AgentId agent, Optional<AgentProfile> profile, Level level) {
        return allowed(conversation, Act.CHANGE_LEVEL, by).flatMap(allowed -> {
            var grant = grantOf(conversation, agent);
            if (grant.isEmpty()) {
                return Outcome.rejected(Reason.NOT_A_COLLABORATOR);
            }
            return conversation
                    .policy()
                    .changeLevel(by, grant.get(), profile, level)
                    .map(rule -> levelled(conversation, by, grant.get(), level));
        });
    }

    private static Decision levelled(Conversation conversation, Standing by, Collaboration grant, Level level) {
        if (grant.level() == level) {
            return Decision.of(conversation, conversation.newest());
        }
        var next = conversation.with(Draft.of(EntryKind.LEVEL_CHANGED, by.author())
                .fact(EntryFacts.COLLABORATION, grant.id())
                .fact(EntryFacts.AGENT, grant.agent())
                .fact(EntryFacts.AGENT_NAME, grant.agentName())
                .fact(EntryFacts.LEVEL, level)
                .decidedOn(conversation.settings().revision()));
        return Decision.of(next, next.newest());
    }

    static Outcome<Decision> accept(Conversation conversation, AgentProfile agent, String newId) {
        return invitation(conversation, agent).map(invitation -> {
            var by = author(agent);
            var grant = conversation.policy().accepted(invitation, agent);
            var answered = conversation.ended(invitation, InvitationEnd.ACCEPTED, by, null);
            var next = started(answered, by, invitation.invitedBy(), grant, newId);
            return Decision.of(next, next.newest())
                    .with(EntryFacts.COLLABORATION, newId)
                    .with(EntryFacts.LEVEL, grant.level());
        });
    }

    static Outcome<Decision> decline(Conversation conversation, AgentProfile agent, Optional<String> reason) {
        return invitation(conversation, agent).flatMap(invitation -> {
            if (invitation.group() != null) {
                return Outcome.rejected(Reason.GROUP_INVITED);
            }
            var refused = reason.flatMap(text -> Messages.problem(text, conversation.settings()));
            if (refused.isPresent()) {
                return Outcome.rejected(refused.get());
            }
            var next = conversation.ended(invitation, InvitationEnd.DECLINED, author(agent), reason.orElse(null));
            return Outcome.done(Decision.of(next, next.newest()));
        });
    }

    /** Whoever reads the conversation anyway is told that there is nothing to answer; to others it does not exist. */
    static Outcome<Invitation> invitation(Conversation conversation, AgentProfile agent) {
        var visibility = conversation.visibility();
        return visibility
                .invitation(agent)
                .<Outcome<Invitation>>map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(over(visibility, agent)));
    }

    private static Reason over(Visibility visibility, AgentProfile agent) {
        if (visibility.isTaken(agent)) {
            return Reason.ALREADY_TAKEN;
        }
        return visibility.standing(agent).isPresent() ? Reason.INVITATION_OVER : Reason.UNKNOWN_CONVERSATION;
    }

    private static Author author(AgentProfile agent) {
        return new Author(ActorKind.AGENT, agent.id().value(), agent.name());
    }

    private static Optional<Collaboration> grantOf(Conversation conversation, AgentId agent) {
        return conversation.policy().collaborations().stream()
                .filter(one -> one.agent().equals(agent))
                .findFirst();
    }

    static Outcome<Decision> join(Conversation conversation, Standing lead, String newId) {
        return allowed(conversation, Act.JOIN, lead)
                .flatMap(allowed -> conversation.policy().join(lead))
                .map(addition -> carriedOut(conversation, lead.author(), addition, newId));
    }

    static Outcome<Decision> leave(Conversation conversation, Standing collaborator) {
        return conversation
                .allowed(Act.LEAVE, collaborator)
                .map(by -> ended(conversation, by.collaboration().orElseThrow(), EndReason.LEFT, by.author()));
    }

    static Outcome<Decision> remove(Conversation conversation, Standing by, AgentId agent) {
        return conversation.allowed(Act.REMOVE, by).flatMap(allowed -> {
            if (agent.equals(conversation.head().assignee())) {
                return Outcome.rejected(Reason.IS_ASSIGNEE);
            }
            if (by.isAgent(agent) && by.collaboration().isPresent()) {
                return leave(conversation, by);
            }
            return removed(conversation, by, agent);
        });
    }

    private static Outcome<Decision> removed(Conversation conversation, Standing by, AgentId agent) {
        var grant = grantOf(conversation, agent);
        var invitation = conversation.policy().invitations().stream()
                .filter(one -> agent.equals(one.agent()))
                .findFirst();
        var addedBy = grant.map(Collaboration::addedBy).or(() -> invitation.map(Invitation::invitedBy));
        if (addedBy.isEmpty()) {
            return Outcome.rejected(Reason.NOT_A_COLLABORATOR);
        }
        if (!mayRemove(by, addedBy.get())) {
            return Outcome.rejected(by.isSuspended() ? Reason.WRONG_STATE : Reason.NOT_PERMITTED);
        }
        if (grant.isPresent()) {
            return Outcome.done(ended(conversation, grant.get(), EndReason.REMOVED, by.author()));
        }
        var next = conversation.ended(invitation.orElseThrow(), InvitationEnd.WITHDRAWN, by.author(), null);
        return Outcome.done(Decision.of(next, next.newest()));
    }

    static boolean mayRemove(Standing by, Author addedBy) {
        boolean ownAddition = addedBy.kind() == by.author().kind()
                && addedBy.id().equals(by.author().id());
        return by.is(Party.ASSIGNEE) || by.isLead() || (ownAddition && !by.isSuspended());
    }

    private static Decision ended(Conversation conversation, Collaboration grant, EndReason reason, Author by) {
        var next = conversation.ended(grant, reason, by);
        return Decision.of(next, next.newest()).with(EntryFacts.COLLABORATION, grant.id());
    }

    static Decision carriedOut(Conversation conversation, Author by, Addition addition, String newId) {
        if (addition instanceof Addition.Existing existing) {
            var grant = existing.collaboration();
            return Decision.of(conversation, conversation.newest())
                    .with(EntryFacts.COLLABORATION, grant.id())
                    .with(EntryFacts.LEVEL, grant.level())
                    .with(KNOWN, true);
        }
        if (addition instanceof Addition.Pending pending) {
            var invitation = pending.invitation();
            return Decision.of(conversation, conversation.newest())
                    .with(EntryFacts.INVITATION, invitation.id())
                    .with(EntryFacts.LEVEL, invitation.level())
                    .with(KNOWN, true);
        }
        if (addition instanceof Addition.Grant grant) {
            var next = started(withoutInvitation(conversation, by, grant.agent().id()), by, grant, newId);
            return Decision.of(next, next.newest())
                    .with(EntryFacts.COLLABORATION, newId)
                    .with(EntryFacts.LEVEL, grant.level())
                    .with(OFFLINE, grant.agent().presence() == Presence.OFFLINE);
        }
        var offer = (Addition.Offer) addition;
        var next = invited(conversation, by, offer, newId);
        return Decision.of(next, next.newest())
                .with(EntryFacts.INVITATION, newId)
                .with(EntryFacts.LEVEL, offer.level())
                .with(
                        OFFLINE,
                        offer.agent()
                                .filter(agent -> agent.presence() == Presence.OFFLINE)
                                .isPresent());
    }

    /** A direct add takes the place of the invitation. */
    static Conversation withoutInvitation(Conversation conversation, Author by, AgentId agent) {
        return conversation.policy().invitations().stream()
                .filter(invitation -> agent.equals(invitation.agent()))
                .findFirst()
                .map(invitation -> conversation.ended(invitation, InvitationEnd.REPLACED, by, null))
                .orElse(conversation);
    }

    static Conversation started(Conversation conversation, Author by, Addition.Grant grant, String id) {
        return started(conversation, by, by, grant, id);
    }

    private static Conversation started(
            Conversation conversation, Author by, Author addedBy, Addition.Grant grant, String id) {
        var collaboration = new Collaboration(
                new CollaborationId(id),
                grant.agent().id(),
                grant.agent().name(),
                addedBy,
                grant.origin(),
                grant.group().orElse(null),
                grant.rule().orElse(null),
                grant.level(),
                conversation.newest() + 1,
                // A window that starts at the add starts at the entry that tells of it, never at a clock time.
                grant.fromSequence().orElse(conversation.newest() + 1),
                conversation.settings().epoch(),
                grant.escalation(),
                CollaborationState.ACTIVE,
                conversation.now(),
                grant.endsAt().orElse(null),
                Work.NONE);
        return conversation.with(EntryFacts.write(Draft.of(EntryKind.COLLABORATION_STARTED, by), collaboration)
                .decidedOn(grant.settingsRevision()));
    }

    private static Conversation invited(Conversation conversation, Author by, Addition.Offer offer, String id) {
        var invitation = new Invitation(
                new InvitationId(id),
                offer.agent().map(AgentProfile::id).orElse(null),
                offer.group().orElse(null),
                by,
                offer.question().orElse(null),
                offer.rule(),
                offer.level(),
                offer.fromSequence().orElse(null),
                offer.timeBox().orElse(null),
                conversation.settings().invitationEpoch(),
                offer.escalation(),
                conversation.now(),
                offer.expiresAt());
        return conversation.with(
                EntryFacts.write(Draft.of(EntryKind.INVITED, by), invitation).decidedOn(offer.settingsRevision()));
    }
}
