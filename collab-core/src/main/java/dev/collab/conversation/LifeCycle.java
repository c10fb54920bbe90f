package dev.collab.conversation;

import static java.util.Objects.requireNonNull;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Author;
import dev.collab.model.CaseFacts;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InvitationEnd;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Party;
import dev.collab.visibility.Standing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of who has the conversation, and of its way from open to closed. */
final class LifeCycle {
    private LifeCycle() {}

    static Outcome<Decision> claim(Conversation conversation, AgentProfile agent) {
        var visibility = conversation.visibility();
        var standing = visibility.standing(agent);
        var assignee = conversation.head().assignee();
        if (conversation.head().status() == ConversationStatus.OPEN
                && assignee != null
                && visibility.mayWorkQueue(agent)) {
            return agent.id().equals(assignee)
                    ? Outcome.rejected(Reason.ALREADY_ASSIGNEE)
                    : Outcome.rejected(Reason.ALREADY_ASSIGNED, new Details.Agents(List.of(assignee)));
        }
        if (standing.isEmpty()) {
            return Outcome.rejected(Reason.UNKNOWN_CONVERSATION);
        }
        return conversation.allowed(Act.CLAIM, standing.get()).map(by -> assigned(conversation, agent, by.author()));
    }

    static Outcome<Decision> transfer(
            Conversation conversation, Standing by, AgentId id, Optional<AgentProfile> agent, Optional<String> keepMe) {
        return conversation.allowed(Act.TRANSFER, by).flatMap(allowed -> {
            if (id.equals(conversation.head().assignee())) {
                return Outcome.rejected(Reason.ALREADY_ASSIGNEE);
            }
            var target = agent.filter(conversation.visibility()::mayBeAssigned);
            if (target.isEmpty()) {
                return Outcome.rejected(Reason.AGENT_UNAVAILABLE);
            }
            return kept(assigned(conversation, target.get(), by.author()), by, keepMe);
        });
    }

    static Outcome<Decision> transfer(
            Conversation conversation, Standing by, GroupId group, boolean hasMembers, Optional<String> keepMe) {
        return conversation
                .allowed(Act.TRANSFER, by)
                .flatMap(allowed -> hasMembers
                        ? kept(queued(conversation, group, by.author()), by, keepMe)
                        : Outcome.rejected(Reason.GROUP_UNAVAILABLE));
    }

    static Outcome<Decision> release(Conversation conversation, Standing by) {
        return conversation.allowed(Act.RELEASE, by).flatMap(allowed -> {
            var head = conversation.head();
            return head.assignee() == null
                    ? Outcome.rejected(Reason.WRONG_STATE)
                    : Outcome.done(queued(conversation, head.facts().group(), by.author()));
        });
    }

    static Outcome<Decision> resolve(Conversation conversation, Standing by) {
        return conversation.allowed(Act.RESOLVE, by).map(allowed -> {
            var next = conversation.with(Draft.of(EntryKind.RESOLVED, by.author()));
            long sequence = next.newest();
            var effect = conversation
                    .settings()
                    .conversations()
                    .whenResolved()
                    .get(conversation.head().channel());
            next = withoutInvitations(next, by.author());
            for (var grant : next.policy().collaborations()) {
                next = switch (requireNonNull(effect)) {
                    case END -> next.ended(grant, EndReason.RESOLVED, by.author());
                    case SUSPEND ->
                        next.with(about(EntryKind.COLLABORATION_SUSPENDED, by.author(), grant)
                                .decidedOn(conversation.settings().revision()));
                    case KEEP -> next;
                };
            }
            return Decision.of(next, sequence);
        });
    }

    static Outcome<Decision> reopen(Conversation conversation, Standing by) {
        return conversation.allowed(Act.REOPEN, by).map(allowed -> {
            long sequence = conversation.newest() + 1;
            return Decision.of(reopened(conversation, by.author()), sequence);
        });
    }

    /** Resumes, oldest first, whoever finds a place; the directory is not asked, their next access decides. */
    static Conversation reopened(Conversation conversation, Author by) {
        var next = conversation.with(Draft.of(EntryKind.REOPENED, by));
        int limit = conversation.settings().collaboration().limit();
        int taken = 0;
        for (var grant : conversation.policy().collaborations()) {
            if (taken >= limit) {
                next = next.ended(grant, EndReason.OVER_LIMIT, by);
                continue;
            }
            taken++;
            if (grant.state() == CollaborationState.SUSPENDED) {
                next = next.with(about(EntryKind.COLLABORATION_RESUMED, by, grant));
            }
        }
        return next;
    }

    static Outcome<Decision> close(Conversation conversation, Standing by) {
        return conversation.allowed(Act.CLOSE, by).map(allowed -> {
            var next = conversation.with(Draft.of(EntryKind.CLOSED, by.author()));
            long sequence = next.newest();
            next = withoutInvitations(next, by.author());
            for (var grant : next.policy().collaborations()) {
                next = next.ended(grant, EndReason.CLOSED, by.author());
            }
            return Decision.of(next, sequence);
        });
    }

    static Outcome<Decision> changeCase(Conversation conversation, Standing by, CaseFacts facts) {
        return conversation.allowed(Act.CHANGE_CASE, by).map(allowed -> {
            if (facts.equals(conversation.head().facts())) {
                return Decision.of(conversation, conversation.newest());
            }
            var next = conversation.with(EntryFacts.write(Draft.of(EntryKind.CASE_CHANGED, by.author()), facts));
            return Decision.of(next, next.newest());
        });
    }

    /** Whoever becomes the assignee ceases to collaborate, and to be invited, in the same commit. */
    private static Decision assigned(Conversation conversation, AgentProfile agent, Author by) {
        var next = conversation;
        for (var grant : conversation.policy().collaborations()) {
            if (grant.agent().equals(agent.id())) {
                next = next.ended(grant, EndReason.BECAME_ASSIGNEE, by);
            }
        }
        for (var invitation : conversation.policy().invitations()) {
            if (agent.id().equals(invitation.agent())) {
                next = next.ended(invitation, InvitationEnd.REPLACED, by, null);
            }
        }
        next = next.with(Draft.of(EntryKind.ASSIGNED, by)
                .fact(EntryFacts.AGENT, agent.id())
                .fact(EntryFacts.AGENT_NAME, agent.name()));
        return Decision.of(next, next.newest());
    }

    static Decision queued(Conversation conversation, @Nullable GroupId group, Author by) {
        var next = conversation.with(Draft.of(EntryKind.QUEUED, by).fact(EntryFacts.GROUP, group));
        return Decision.of(next, next.newest());
    }

    /** Decided on the conversation as it will be, so that the place of a collaborator who takes over is free. */
    private static Outcome<Decision> kept(Decision handedOver, Standing by, Optional<String> keepMe) {
        if (keepMe.isEmpty()) {
            return Outcome.done(handedOver);
        }
        if (!by.is(Party.ASSIGNEE)) {
            return Outcome.rejected(Reason.NOT_PERMITTED);
        }
        var conversation = handedOver.conversation();
        return conversation.policy().keep(by).map(grant -> {
            var next = TakingPart.started(conversation, by.author(), grant, keepMe.get());
            return new Decision(next, handedOver.sequence(), handedOver.ids())
                    .with(EntryFacts.COLLABORATION, keepMe.get());
        });
    }

    static Conversation withoutInvitations(Conversation conversation, Author by) {
        var next = conversation;
        for (var invitation : conversation.policy().invitations()) {
            next = next.ended(invitation, InvitationEnd.CANCELLED, by, null);
        }
        return next;
    }

    private static Draft about(EntryKind kind, Author by, Collaboration grant) {
        return Draft.of(kind, by)
                .fact(EntryFacts.COLLABORATION, grant.id())
                .fact(EntryFacts.AGENT, grant.agent())
                .fact(EntryFacts.AGENT_NAME, grant.agentName());
    }
}
