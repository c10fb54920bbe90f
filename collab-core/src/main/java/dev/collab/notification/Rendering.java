package dev.collab.notification;

import dev.collab.conversation.Timeline;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.ConversationHead;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.Notification;
import dev.collab.model.NotificationKind;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.Directory;
import dev.collab.spi.Notifier;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.visibility.Visibility;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a stored notification into what its recipient may be told now, or drops it. */
final class Rendering {
    private final ConversationStore conversations;
    private final Directory directory;
    private final boolean noteText;
    private final Optional<ReplyTokens> tokens;

    Rendering(ConversationStore conversations, Directory directory, boolean noteText, Optional<ReplyTokens> tokens) {
        this.conversations = conversations;
        this.directory = directory;
        this.noteText = noteText;
        this.tokens = tokens;
    }

    /** Says false if there is nobody to tell or nothing they may be told. */
    boolean deliver(Notification notification, Notifier notifier, Instant now) {
        var stored = conversations.load(notification.conversation(), null);
        if (stored.isEmpty()) {
            return false;
        }
        if (notification.recipientKind() == ActorKind.CUSTOMER) {
            var message = forCustomer(notification, stored.get(), now);
            message.ifPresent(notifier::toCustomer);
            return message.isPresent();
        }
        var message = forAgent(notification, stored.get(), now);
        message.ifPresent(notifier::toAgent);
        return message.isPresent();
    }

    private Optional<CustomerMessage> forCustomer(Notification notification, StoredConversation stored, Instant now) {
        var visibility = Visibility.of(stored.head(), stored.settings(), now);
        var customer = new CustomerId(notification.recipient());
        var head = stored.head();
        return visibility
                .standing(customer)
                .flatMap(visibility::scope)
                .flatMap(scope -> entry(notification, scope))
                // What was taken back before it went out never goes out.
                .filter(entry -> notification.kind() != NotificationKind.OUTGOING_REPLY || !entry.redacted())
                .map(entry -> new CustomerMessage(
                        notification.id(),
                        notification.kind(),
                        customer,
                        head.inbox(),
                        head.id(),
                        head.channel(),
                        head.subject(),
                        entry.position(Numbering.CUSTOMER),
                        entry.presentedName() == null ? stored.settings().publicName() : entry.presentedName(),
                        entry.text(),
                        entry.attachments(),
                        entry.at(),
                        token(notification)));
    }

    private Optional<AgentNotification> forAgent(Notification notification, StoredConversation stored, Instant now) {
        var id = new AgentId(notification.recipient());
        // After the load, so that it is at least as new as the conversation.
        var profile = Optional.ofNullable(directory.find(Set.of(id)).get(id)).filter(AgentProfile::active);
        if (profile.isEmpty() || isUnwanted(notification, id, stored.head())) {
            return Optional.empty();
        }
        if (isIdsOnly(notification.kind())) {
            return Optional.of(told(notification, id, null));
        }
        var visibility = Visibility.of(stored.head(), stored.settings(), now);
        return visibility
                .standing(profile.get())
                .flatMap(visibility::scope)
                .flatMap(scope -> entry(notification, scope))
                .map(entry -> told(notification, id, entry));
    }

    private AgentNotification told(Notification notification, AgentId recipient, @Nullable TimelineEntry entry) {
        return new AgentNotification(
                notification.id(),
                recipient,
                notification.kind(),
                notification.inbox(),
                notification.conversation(),
                notification.actor(),
                notification.subject(),
                entry == null ? null : entry.sequence(),
                entry == null || (entry.kind() == EntryKind.NOTE && !noteText) ? null : entry.text(),
                notification.at(),
                entry == null ? null : token(notification));
    }

    private @Nullable String token(Notification notification) {
        return tokens.flatMap(signer -> signer.of(notification)).orElse(null);
    }

    /** Content comes from the recipient's own view, at this moment, or not at all. */
    private Optional<TimelineEntry> entry(Notification notification, TimelineScope scope) {
        var sequence = notification.sequence();
        if (sequence == null) {
            return Optional.empty();
        }
        var query = new TimelineQuery(notification.conversation(), scope, Direction.ASCENDING, sequence, 1);
        return Timeline.only(notification.conversation(), scope, sequence, conversations.read(query));
    }

    /**
     * A mute is about the flow of the conversation, not about what happens to its owner; and it is a collaborator's, so it
     * rests while they are the assignee, who could not take it back.
     */
    private boolean isUnwanted(Notification notification, AgentId agent, ConversationHead head) {
        return switch (notification.kind()) {
            case CUSTOMER_WROTE, COLLEAGUE_REPLIED, NOTE, RESOLVED, REOPENED ->
                !agent.equals(head.assignee()) && conversations.isMuted(notification.conversation(), agent);
            case ADDED,
                    REMOVED,
                    LEVEL_CHANGED,
                    INVITED,
                    ANSWERED,
                    EXPIRED,
                    MENTIONED,
                    ASSIGNED,
                    UNATTENDED,
                    OUTGOING_REPLY,
                    OUTGOING_REDACTED -> false;
        };
    }

    /** What tells somebody about themselves, also if they have no access any more, or not yet. */
    private static boolean isIdsOnly(NotificationKind kind) {
        return switch (kind) {
            case ADDED, REMOVED, INVITED, ANSWERED, EXPIRED, ASSIGNED -> true;
            case LEVEL_CHANGED,
                    MENTIONED,
                    NOTE,
                    CUSTOMER_WROTE,
                    COLLEAGUE_REPLIED,
                    RESOLVED,
                    REOPENED,
                    UNATTENDED,
                    OUTGOING_REPLY,
                    OUTGOING_REDACTED -> false;
        };
    }
}
