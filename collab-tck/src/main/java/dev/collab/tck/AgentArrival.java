package dev.collab.tck;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier.AgentNotification;
import org.jspecify.annotations.Nullable;

/**
 * Is what arrived at an agent, read off the transport: all of an {@link AgentNotification} but its time.
 *
 * @param id the notification
 * @param recipient where it arrived
 * @param kind what happened
 * @param inbox the conversation's inbox
 * @param conversation what it is about
 * @param actor who caused it
 * @param subject the collaboration or invitation it is about; null if neither
 * @param sequence the entry it is about; null if it carries ids only
 * @param text the entry's text; null if it came without
 * @param replyToken says what an answer answers; null if it came without
 */
public record AgentArrival(
        NotificationId id,
        AgentId recipient,
        NotificationKind kind,
        InboxId inbox,
        ConversationId conversation,
        String actor,
        @Nullable String subject,
        @Nullable Long sequence,
        @Nullable String text,
        @Nullable String replyToken) {
    /**
     * Says what is to arrive.
     *
     * @param notification what is handed over
     * @return all of it but its time
     */
    public static AgentArrival of(AgentNotification notification) {
        return new AgentArrival(
                notification.id(),
                notification.recipient(),
                notification.kind(),
                notification.inbox(),
                notification.conversation(),
                notification.actor(),
                notification.subject(),
                notification.sequence(),
                notification.text(),
                notification.replyToken());
    }
}
