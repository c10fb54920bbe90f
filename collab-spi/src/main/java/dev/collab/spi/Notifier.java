package dev.collab.spi;

import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what happened; the host's side of delivery.
 *
 * <p>Called after the commit, at least once for each notification, in order for one conversation and recipient. A
 * repetition carries the same id. Throw anything to be called again later; a command never waits for it.
 */
public interface Notifier {
    /**
     * Tells an agent.
     *
     * @param notification what to tell
     */
    void toAgent(AgentNotification notification);

    /**
     * Sends the customer a reply over the channel of the conversation.
     *
     * @param message exactly what the customer is to see
     */
    void toCustomer(CustomerMessage message);

    /**
     * Is what an agent is told.
     *
     * @param id the same at every delivery
     * @param recipient whom to tell
     * @param kind what happened
     * @param inbox the conversation's inbox
     * @param conversation what it is about
     * @param actor who caused it: an agent's or customer's id, or the automation's name
     * @param subject the id of the collaboration or invitation it is about; null if neither
     * @param sequence the entry it is about, which the recipient may read; null if it carries ids only
     * @param text the entry's text; null if it carries ids only, or the entry is a note
     * @param at when it happened
     * @param replyToken says what an answer answers, for the recipient's desk alone; null if no signing key was given,
     *     or there is nothing to answer
     */
    record AgentNotification(
            NotificationId id,
            AgentId recipient,
            NotificationKind kind,
            InboxId inbox,
            ConversationId conversation,
            String actor,
            @Nullable String subject,
            @Nullable Long sequence,
            @Nullable String text,
            Instant at,
            @Nullable String replyToken) {}

    /**
     * Is a message for the customer.
     *
     * @param id the same at every delivery
     * @param kind OUTGOING_REPLY, or OUTGOING_REDACTED without text
     * @param recipient the customer
     * @param inbox the conversation's inbox
     * @param conversation the conversation, and for tickets the reference of the thread
     * @param channel how to send it
     * @param subject the ticket's subject; null if it has none
     * @param customerSequence its place in what the customer sees
     * @param from the name to send it under
     * @param text the reply; null if it was redacted
     * @param attachments the files that belong to it
     * @param at when it was written
     * @param replyToken says what an answer answers, for the customer's desk alone; null if no signing key was given, or
     *     there is nothing to answer
     */
    record CustomerMessage(
            NotificationId id,
            NotificationKind kind,
            CustomerId recipient,
            InboxId inbox,
            ConversationId conversation,
            Channel channel,
            @Nullable String subject,
            long customerSequence,
            String from,
            @Nullable String text,
            List<Attachment> attachments,
            Instant at,
            @Nullable String replyToken) {
        /** Copies the attachments. */
        public CustomerMessage {
            attachments = List.copyOf(attachments);
        }
    }
}
