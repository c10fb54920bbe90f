package dev.collab.examples.helpdesk.delivery;

import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import dev.collab.spi.Notifier.CustomerMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is a reply as the host was handed it for the customer; a host with a mail server would send it here.
 *
 * @param id the same at every delivery
 * @param conversation the thread
 * @param customerSequence its place in what the customer sees
 * @param from the name it is sent under
 * @param text what it says; null if it was redacted
 * @param at when it was written
 */
public record Letter(
        NotificationId id,
        ConversationId conversation,
        long customerSequence,
        String from,
        @Nullable String text,
        Instant at) {
    static Letter of(CustomerMessage message) {
        return new Letter(
                message.id(),
                message.conversation(),
                message.customerSequence(),
                message.from(),
                message.text(),
                message.at());
    }
}
