package dev.collab.notification;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.Happening;
import dev.collab.internal.Fingerprint;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InvitationEnd;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.model.TimelineEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom a command's entries concern, from the conversation as it will be stored.
 *
 * <p>Whoever did it is never told. The customer is told of replies only, exactly what they are to read.
 */
public final class Recipients {
    private final ConversationHead after;
    private final Optional<AgentId> assigneeBefore;
    private final Map<GroupId, ? extends Collection<AgentId>> asked;
    private final List<Notification> told = new ArrayList<>();

    private Recipients(
            ConversationHead after,
            Optional<AgentId> assigneeBefore,
            Map<GroupId, ? extends Collection<AgentId>> asked) {
        this.after = after;
        this.assigneeBefore = assigneeBefore;
        this.asked = asked;
    }

    /**
     * Says who stays on a conversation that nobody has and a collaborator just left.
     *
     * <p>If none of them is a person who can look after it, its leads are to be told.
     *
     * @param conversation the conversation with what is new
     * @return those who stay, or nobody; empty unless somebody left and it is queued
     */
    public static Optional<Set<AgentId>> leftWith(Conversation conversation) {
        boolean leaves = conversation.head().isQueued()
                && conversation.news().stream()
                        .map(Happening::of)
                        .anyMatch(entry -> entry.ended()
                                .filter(reason -> reason == EndReason.LEFT || reason == EndReason.REMOVED)
                                .isPresent());
        return leaves
                ? Optional.of(conversation.policy().collaborations().stream()
                        .map(Collaboration::agent)
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    /**
     * Says which groups are asked to take part; their members are to be told.
     *
     * @param conversation the conversation with what is new
     * @return empty unless a group was invited
     */
    public static Set<GroupId> groupsAsked(Conversation conversation) {
        return conversation.news().stream()
                .filter(entry -> entry.kind() == EntryKind.INVITED)
                .flatMap(entry -> Happening.of(entry).group().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Decides whom to tell.
     *
     * @param before the head the command was decided on; empty for the command that opens a conversation
     * @param conversation the conversation with what is new
     * @param leads whom to tell that it is unattended; empty unless {@link #leftWith} leaves no person on it
     * @param asked the members of {@link #groupsAsked} who are to be told
     * @return the notifications, in the order of the entries
     */
    public static List<Notification> of(
            Optional<ConversationHead> before,
            Conversation conversation,
            Collection<AgentId> leads,
            Map<GroupId, ? extends Collection<AgentId>> asked) {
        var recipients = new Recipients(conversation.head(), before.map(ConversationHead::assignee), asked);
        for (var entry : conversation.news()) {
            var happening = Happening.of(entry);
            if (!happening.imported()) {
                recipients.decide(entry, happening);
            }
        }
        if (!leads.isEmpty() && !conversation.news().isEmpty()) {
            var last = conversation.news().get(conversation.news().size() - 1);
            recipients.tell(last, NotificationKind.UNATTENDED, leads, null);
        }
        return List.copyOf(recipients.told);
    }

    private void decide(TimelineEntry entry, Happening happening) {
        switch (entry.kind()) {
            case OPENED,
                    CASE_CHANGED,
                    CLOSED,
                    MOVED,
                    MERGED_INTO,
                    MERGED_FROM,
                    ERASED,
                    COLLABORATION_SUSPENDED,
                    COLLABORATION_RESUMED -> {
                // Nobody is told: whoever it ends the collaboration of has an entry of their own.
            }
            case REDACTED ->
                happening
                        .redactedReply()
                        .ifPresent(place -> tellCustomer(entry, NotificationKind.OUTGOING_REDACTED, place));
            case CUSTOMER_MESSAGE -> tell(entry, NotificationKind.CUSTOMER_WROTE, participants(), null);
            case REPLY -> {
                tell(entry, NotificationKind.COLLEAGUE_REPLIED, participants(), null);
                tellCustomer(entry, NotificationKind.OUTGOING_REPLY, entry.customerSequence());
            }
            case NOTE -> note(entry, happening);
            case ASSIGNED, QUEUED -> {
                var agents = new LinkedHashSet<AgentId>();
                assigneeBefore.ifPresent(agents::add);
                happening.agent().ifPresent(agents::add);
                tell(entry, NotificationKind.ASSIGNED, agents, null);
            }
            case COLLABORATION_STARTED -> tell(entry, NotificationKind.ADDED, happening);
            case LEVEL_CHANGED -> tell(entry, NotificationKind.LEVEL_CHANGED, happening);
            case COLLABORATION_ENDED -> {
                // Who becomes the assignee is told that.
                if (!happening.ended().equals(Optional.of(EndReason.BECAME_ASSIGNEE))) {
                    tell(entry, NotificationKind.REMOVED, happening);
                }
            }
            case INVITED -> {
                tell(entry, NotificationKind.INVITED, happening);
                var members =
                        happening.group().<Collection<AgentId>>map(asked::get).orElse(List.of());
                tell(entry, NotificationKind.INVITED, members, happening.subject());
            }
            case INVITATION_ENDED -> invitationEnded(entry, happening);
            case RESOLVED -> tell(entry, NotificationKind.RESOLVED, participants(), null);
            case REOPENED -> tell(entry, NotificationKind.REOPENED, participants(), null);
        }
    }

    private void note(TimelineEntry entry, Happening happening) {
        var mentioned = happening.mentioned();
        tell(entry, NotificationKind.MENTIONED, mentioned, null);
        var audience = new LinkedHashSet<>(
                switch (entry.audience()) {
                    case AGENTS -> participants();
                    case ASSIGNEE -> assignee();
                    case NAMED -> entry.readers();
                    case PUBLIC -> throw new IllegalStateException("a note is never " + Audience.PUBLIC);
                });
        audience.removeAll(mentioned);
        tell(entry, NotificationKind.NOTE, audience, null);
    }

    private void invitationEnded(TimelineEntry entry, Happening happening) {
        var end = happening.invitationEnd().orElseThrow();
        if (end == InvitationEnd.ACCEPTED || end == InvitationEnd.DECLINED) {
            tell(entry, NotificationKind.ANSWERED, happening.inviter().stream().toList(), happening.subject());
        } else if (end == InvitationEnd.EXPIRED) {
            tell(entry, NotificationKind.EXPIRED, happening.inviter().stream().toList(), happening.subject());
        }
    }

    private Set<AgentId> assignee() {
        return Optional.ofNullable(after.assignee()).map(Set::of).orElse(Set.of());
    }

    private Set<AgentId> participants() {
        var agents = new LinkedHashSet<>(assignee());
        after.collaborations().stream().map(Collaboration::agent).forEach(agents::add);
        return agents;
    }

    private void tell(TimelineEntry entry, NotificationKind kind, Happening happening) {
        tell(entry, kind, happening.agent().stream().toList(), happening.subject());
    }

    private void tell(
            TimelineEntry entry, NotificationKind kind, Collection<AgentId> agents, @Nullable String subject) {
        for (var agent : agents) {
            if (!entry.author().isAgent(agent)) {
                add(entry, kind, ActorKind.AGENT, agent.value(), entry.sequence(), subject);
            }
        }
    }

    /** The place the customer knows it by, as everything a customer is told. */
    private void tellCustomer(TimelineEntry entry, NotificationKind kind, @Nullable Long place) {
        add(entry, kind, ActorKind.CUSTOMER, after.customer().value(), place, null);
    }

    private void add(
            TimelineEntry entry,
            NotificationKind kind,
            ActorKind recipientKind,
            String recipient,
            @Nullable Long sequence,
            @Nullable String subject) {
        int ordinal = told.size();
        // Made of what is unique already, so that no clock or chance is needed, and the same at every delivery.
        var id = new NotificationId(Fingerprint.of(
                List.of(after.id().value(), Long.toString(after.revision()), Integer.toString(ordinal))));
        told.add(new Notification(
                id,
                after.inbox(),
                after.id(),
                recipientKind,
                recipient,
                kind,
                after.revision(),
                ordinal,
                sequence,
                entry.author().id(),
                subject,
                entry.at()));
    }
}
