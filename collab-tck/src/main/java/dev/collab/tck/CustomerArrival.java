package dev.collab.tck;

import dev.collab.model.Attachment;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier.CustomerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is what arrived at a customer, read off the transport: all of a {@link CustomerMessage} but its time.
 *
 * @param id the notification
 * @param kind a reply, or that one was redacted
 * @param recipient where it arrived
 * @param inbox the conversation's inbox
 * @param conversation the conversation, and for tickets the reference of the thread
 * @param channel how it came
 * @param subject the ticket's subject; null if it has none
 * @param customerSequence its place in what the customer sees
 * @param from the name it came under
 * @param text the reply; null if it came without
 * @param attachments the files that came with it
 * @param replyToken says what an answer answers; null if it came without
 */
public record CustomerArrival(
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
        @Nullable String replyToken) {
    /** Copies the attachments. */
    public CustomerArrival {
        attachments = List.copyOf(attachments);
    }

    /**
     * Says what is to arrive.
     *
     * @param message what is handed over
     * @return all of it but its time
     */
    public static CustomerArrival of(CustomerMessage message) {
        return new CustomerArrival(
                message.id(),
                message.kind(),
                message.recipient(),
                message.inbox(),
                message.conversation(),
                message.channel(),
                message.subject(),
                message.customerSequence(),
                message.from(),
                message.text(),
                message.attachments(),
                message.replyToken());
    }
}
