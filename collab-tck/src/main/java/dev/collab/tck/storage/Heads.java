package dev.collab.tck.storage;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        var all = Stream.concat(grants.stream(), Stream.of(grant(id, agent, epoch, endsAt)))
                .toList();
        return new Heads(id, inbox, customer, group, status, assignee, all, invitations, activity);
    }

    Heads invited(String agent, Instant expiresAt) {
        var all = Stream.concat(invitations.stream(), Stream.of(invitation(id, agent, expiresAt)))
                .toList();
        return new Heads(id, inbox, customer, group, status, assignee, grants, all, activity);
    }

    Heads granting(List<Collaboration> others) {
        return new Heads(id, inbox, customer, group, status, assignee, others, invitations, activity);
    }

    Heads inviting(List<Invitation> others) {
        return new Heads(id, inbox, customer, group, status, assignee, grants, others, activity);
    }

    Heads alone() {
        return new Heads(id, inbox, customer, group, status, assignee, List.of(), List.of(), activity);
    }

    ConversationHead counting(Counters counters) {
        return counting(counters, 0);
    }

    ConversationHead counting(Counters counters, long assignedSequence) {
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
                assignedSequence,
                grants,
                invitations,
                null,
                null,
                counters,
                Samples.NOW,
                activity);
    }

    /** Gives the same collaboration by another id, from another time and entry on. */
    static Collaboration starting(Collaboration like, String id, Instant startedAt, long sequence) {
        return new Collaboration(
                new CollaborationId(id),
                like.agent(),
                like.agentName(),
                like.addedBy(),
                like.origin(),
                like.group(),
                like.rule(),
                like.level(),
                sequence,
                like.fromSequence(),
                like.epoch(),
                like.escalation(),
                like.state(),
                startedAt,
                like.endsAt(),
                like.work());
    }

    /** Short whatever the ids, and the same for the same ids. */
    private static String drawn(String agent, ConversationId of) {
        return UUID.nameUUIDFromBytes((agent + " on " + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Collaboration grant(ConversationId of, String agent, long epoch, @Nullable Instant endsAt) {
        return new Collaboration(
                new CollaborationId("grant " + drawn(agent, of)),
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

    private static Invitation invitation(ConversationId of, String agent, Instant expiresAt) {
        return new Invitation(
                new InvitationId("invitation " + drawn(agent, of)),
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
