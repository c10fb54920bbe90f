package dev.collab.inmemory;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.Invitation;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import dev.collab.model.Work;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lists look at in a head: an open conversation in nobody's queue, unless something else is said. */
record Heads(
        ConversationId id,
        InboxId inbox,
        CustomerId customer,
        @Nullable GroupId group,
        ConversationStatus status,
        @Nullable AgentId assignee,
        List<Collaboration> grants,
        List<Invitation> invitations,
        Instant activity) {
    private static final Author ASHA = new Author(ActorKind.AGENT, "asha", "Asha");

    static Heads open(String id) {
        return new Heads(
                new ConversationId(id),
                Samples.SHOP,
                Samples.CARL,
                null,
                ConversationStatus.OPEN,
                null,
                List.of(),
                List.of(),
                Samples.NOW);
    }

    Heads in(String other) {
        var next = new InboxId(other);
        return new Heads(id, next, customer, group, status, assignee, grants, invitations, activity);
    }

    Heads of(String other) {
        var next = new CustomerId(other);
        return new Heads(id, inbox, next, group, status, assignee, grants, invitations, activity);
    }

    Heads group(@Nullable String other) {
        var next = other == null ? null : new GroupId(other);
        return new Heads(id, inbox, customer, next, status, assignee, grants, invitations, activity);
    }

    Heads status(ConversationStatus other) {
        return new Heads(id, inbox, customer, group, other, assignee, grants, invitations, activity);
    }

    Heads assignedTo(@Nullable String other) {
        var next = other == null ? null : new AgentId(other);
        return new Heads(id, inbox, customer, group, status, next, grants, invitations, activity);
    }

    Heads active(Instant other) {
        return new Heads(id, inbox, customer, group, status, assignee, grants, invitations, other);
    }

    Heads granted(String agent, long epoch, @Nullable Instant endsAt) {
        var all = Stream.concat(grants.stream(), Stream.of(grant(agent, epoch, endsAt)))
                .toList();
        return new Heads(id, inbox, customer, group, status, assignee, all, invitations, activity);
    }

    Heads invited(String agent, Instant expiresAt) {
        var all = Stream.concat(invitations.stream(), Stream.of(invitation(agent, expiresAt)))
                .toList();
        return new Heads(id, inbox, customer, group, status, assignee, grants, all, activity);
    }

    ConversationHead counting(Counters counters) {
        return new ConversationHead(
                id,
                inbox,
                customer,
                "Carl",
                Channel.LIVE_CHAT,
                null,
                CaseFacts.of(group),
                status,
                assignee,
                0,
                grants,
                invitations,
                null,
                null,
                counters,
                Samples.NOW,
                activity);
    }

    private static Collaboration grant(String agent, long epoch, @Nullable Instant endsAt) {
        return new Collaboration(
                new CollaborationId("grant of " + agent),
                new AgentId(agent),
                agent,
                ASHA,
                CollaborationOrigin.ADDED,
                null,
                null,
                Level.RESPONDER,
                0,
                0,
                epoch,
                false,
                CollaborationState.ACTIVE,
                Samples.NOW,
                endsAt,
                Work.NONE);
    }

    private static Invitation invitation(String agent, Instant expiresAt) {
        return new Invitation(
                new InvitationId("invitation of " + agent),
                new AgentId(agent),
                null,
                ASHA,
                null,
                null,
                Level.ADVISER,
                null,
                null,
                0,
                false,
                Samples.NOW,
                expiresAt);
    }
}
