package dev.collab.visibility;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentProfile;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationScope;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.InboxSettings;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may see what of one conversation, as it is at one version and one time.
 *
 * <p>Every surface asks here: commands by {@link #standing}, reads by {@link #scope}. Who has no standing is answered
 * as if the conversation did not exist.
 */
public final class Visibility {
    private final ConversationHead head;
    private final InboxSettings settings;
    private final Instant now;

    private Visibility(ConversationHead head, InboxSettings settings, Instant now) {
        this.head = head;
        this.settings = settings;
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
    public static Visibility of(ConversationHead head, InboxSettings settings, Instant now) {
        return new Visibility(head, settings, now);
    }

    /**
     * Decides what an agent is to the conversation.
     *
     * @param agent what the directory says now
     * @return empty without access: to all who are inactive, are the customer themselves, or have nothing to do with it
     */
    public Optional<Standing> standing(AgentProfile agent) {
        var parties = parties(agent);
        var scope = conversations(agent, now);
        if (scope.filter(one -> one.readsFromOutside(head, settings)).isPresent()) {
            parties.add(Party.READER);
        }
        if (scope.filter(one -> one.admits(head, settings)).isEmpty()) {
            return Optional.empty();
        }
        var author = new Author(ActorKind.AGENT, agent.id().value(), agent.name());
        return Optional.of(new Standing(author, parties, Optional.of(agent), collaboration(agent)));
    }

    /**
     * Says which conversations an agent may see, for lists.
     *
     * @param agent what the directory says now
     * @param now the time to decide for
     * @return the scope, which {@link #standing} asks as well; empty for agents who are inactive
     */
    public static Optional<ConversationScope> conversations(AgentProfile agent, Instant now) {
        if (!agent.active()) {
            return Optional.empty();
        }
        return Optional.of(new ConversationScope(
                agent.id(),
                agent.customer(),
                now,
                agent.groups(),
                inboxes(agent, InboxRole.SUPERVISOR),
                inboxes(agent, InboxRole.ADMIN),
                agent.roles().keySet()));
    }

    /**
     * Says which conversations a customer may see, for lists.
     *
     * @param customer who looks
     * @param now the time to decide for
     * @return their own
     */
    public static ConversationScope conversations(CustomerId customer, Instant now) {
        return new ConversationScope(null, customer, now, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static Set<InboxId> inboxes(AgentProfile agent, InboxRole role) {
        return agent.roles().entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Finds the invitation an agent can answer, which is all they see of the conversation by it.
     *
     * <p>Their own comes first, then one of a group they belong to now, whoever belonged to it when it was asked.
     *
     * @param agent what the directory says now
     * @return empty if none is pending, or the agent is inactive or the customer; a group's also for its members who
     *     take part, who asked, or are bots the inbox does not admit
     */
    public Optional<Invitation> invitation(AgentProfile agent) {
        if (!agent.active() || head.customer().equals(agent.customer())) {
            return Optional.empty();
        }
        var pending = head.invitations().stream()
                .filter(one -> one.isCurrent(settings.invitationEpoch(), now))
                .toList();
        return pending.stream()
                .filter(one -> agent.id().equals(one.agent()))
                .findFirst()
                .or(() -> pending.stream()
                        .filter(one -> answersFor(agent, one.group(), one.invitedBy()))
                        .findFirst());
    }

    /**
     * Tells whether another member of an agent's group was faster, which is all they learn of the conversation.
     *
     * @param agent what the directory says now
     * @return true while somebody takes part for a group the agent could have answered for
     */
    public boolean isTaken(AgentProfile agent) {
        return agent.active()
                && !head.customer().equals(agent.customer())
                && head.collaborations().stream()
                        .filter(grant -> grant.isCurrent(settings.epoch(), now))
                        .anyMatch(grant -> answersFor(agent, grant.group(), grant.addedBy()));
    }

    /** Nobody answers who is on it already, and nobody adds themselves by asking their own group. */
    private boolean answersFor(AgentProfile agent, @Nullable GroupId group, Author askedBy) {
        return group != null
                && agent.groups().contains(group)
                && (settings.collaboration().botsAllowed() || !agent.bot())
                && !agent.id().equals(head.assignee())
                && collaboration(agent).isEmpty()
                && !askedBy.isAgent(agent.id());
    }

    /**
     * Decides what a customer is to the conversation.
     *
     * @param customer who asks
     * @return empty unless it is theirs
     */
    public Optional<Standing> standing(CustomerId customer) {
        if (!customer.equals(head.customer())) {
            return Optional.empty();
        }
        var author = new Author(ActorKind.CUSTOMER, customer.value(), head.customerName());
        return Optional.of(new Standing(author, Set.of(Party.CUSTOMER), Optional.empty(), Optional.empty()));
    }

    /**
     * Gives the standing of an automation of the host, which may act as the table of acts says and reads nothing.
     *
     * @param name the automation's name
     * @return its standing
     */
    public Standing system(String name) {
        return new Standing(
                new Author(ActorKind.SYSTEM, name, name), Set.of(Party.SYSTEM), Optional.empty(), Optional.empty());
    }

    /**
     * Tells whether an agent could have taken the conversation from its queue.
     *
     * <p>Of two who claim at once the slower one cannot read it any more, and still learns who was faster.
     *
     * @param agent what the directory says now
     * @return true for active agents of the conversation's group and its leads, unless they are the customer
     */
    public boolean mayWorkQueue(AgentProfile agent) {
        var parties = parties(agent);
        return parties.contains(Party.GROUP_AGENT)
                || parties.contains(Party.SUPERVISOR)
                || parties.contains(Party.ADMIN);
    }

    /**
     * Tells whether the conversation can be handed to an agent.
     *
     * <p>Whoever has it reads all of it, so it goes only to those who have a place there already.
     *
     * @param agent what the directory says now
     * @return true for active agents of the inbox or the conversation's group and for its collaborators, unless they
     *     are the customer
     */
    public boolean mayBeAssigned(AgentProfile agent) {
        var parties = parties(agent);
        return parties.contains(Party.INBOX_AGENT)
                || parties.contains(Party.GROUP_AGENT)
                || parties.contains(Party.COLLABORATOR);
    }

    /**
     * Decides which entries somebody may read.
     *
     * @param standing what they are to the conversation
     * @return what is in scope; empty for automations, which read nothing
     */
    public Optional<TimelineScope> scope(Standing standing) {
        var from = new TreeMap<AudienceKey, Long>();
        if (standing.is(Party.CUSTOMER)) {
            from.put(AudienceKey.of(Audience.PUBLIC), 0L);
            return Optional.of(scope(from, head.counters().customerEntries(), Numbering.CUSTOMER));
        }
        if (standing.is(Party.SYSTEM)) {
            return Optional.empty();
        }
        if (standing.is(Party.ADMIN)) {
            return Optional.of(whole());
        }
        standing.profile().ifPresent(agent -> lanes(standing, agent, from));
        return Optional.of(scope(from, head.counters().entries(), Numbering.AGENTS));
    }

    /**
     * Gives all there is, for work of the library that shows it to nobody.
     *
     * @return every entry
     */
    public TimelineScope whole() {
        var from = new TreeMap<AudienceKey, Long>();
        for (var audience : Audience.values()) {
            from.put(AudienceKey.of(audience), 0L);
        }
        return scope(from, head.counters().entries(), Numbering.AGENTS);
    }

    private static void lanes(Standing standing, AgentProfile agent, Map<AudienceKey, Long> from) {
        if (standing.is(Party.ASSIGNEE)) {
            open(from, 0, AudienceKey.of(Audience.ASSIGNEE), AudienceKey.of(agent.id()));
        }
        // A narrow window takes nothing from whoever could read without it.
        if (standing.is(Party.ASSIGNEE) || standing.is(Party.READER)) {
            open(from, 0, AudienceKey.of(Audience.PUBLIC), AudienceKey.of(Audience.AGENTS));
        }
        standing.collaboration()
                .ifPresent(grant -> open(
                        from,
                        grant.fromSequence(),
                        AudienceKey.of(Audience.PUBLIC),
                        AudienceKey.of(Audience.AGENTS),
                        AudienceKey.of(agent.id())));
    }

    private static void open(Map<AudienceKey, Long> from, long start, AudienceKey... keys) {
        for (var key : keys) {
            from.merge(key, start, Math::min);
        }
    }

    private static TimelineScope scope(Map<AudienceKey, Long> from, long until, Numbering numbering) {
        List<Lane> lanes = new ArrayList<>();
        from.forEach((key, start) -> lanes.add(new Lane(key, start)));
        return new TimelineScope(lanes, until, numbering);
    }

    private Optional<Collaboration> collaboration(AgentProfile agent) {
        return head.collaborationOf(agent.id()).filter(grant -> grant.isCurrent(settings.epoch(), now));
    }

    private Set<Party> parties(AgentProfile agent) {
        var parties = EnumSet.noneOf(Party.class);
        if (!agent.active() || head.customer().equals(agent.customer())) {
            return parties;
        }
        var group = head.facts().group();
        var grant = collaboration(agent);
        if (agent.id().equals(head.assignee())) {
            parties.add(Party.ASSIGNEE);
            addLevel(parties, agent.ceiling());
        }
        grant.ifPresent(one -> parties.add(Party.COLLABORATOR));
        grant.filter(one -> one.state() == CollaborationState.ACTIVE)
                .ifPresent(one -> addLevel(parties, one.level().atMost(agent.ceiling())));
        if (agent.supervises(head.inbox(), group)) {
            parties.add(Party.SUPERVISOR);
        }
        if (agent.isAdminOf(head.inbox())) {
            parties.add(Party.ADMIN);
        }
        if (group != null && agent.groups().contains(group)) {
            parties.add(Party.GROUP_AGENT);
        }
        if (agent.roles().containsKey(head.inbox())) {
            parties.add(Party.INBOX_AGENT);
        }
        return parties;
    }

    private static void addLevel(Set<Party> parties, Level level) {
        if (level.compareTo(Level.ADVISER) >= 0) {
            parties.add(Party.ADVISER);
        }
        if (level.compareTo(Level.RESPONDER) >= 0) {
            parties.add(Party.RESPONDER);
        }
    }
}
