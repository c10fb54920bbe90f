package dev.collab.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is a promise, stored with the commit, to tell one recipient of it; it holds ids and never text.
 *
 * @param id stays the same at every delivery
 * @param inbox the conversation's inbox
 * @param conversation what it is about
 * @param recipientKind an agent or the customer
 * @param recipient the recipient's id
 * @param kind what it tells
 * @param revision the revision of the commit it came with
 * @param ordinal its place among those of the same commit; with the revision, the order of delivery to one recipient
 * @param sequence the entry it is about; null if it carries ids only
 * @param actor who caused it: an agent's or customer's id, or the automation's name
 * @param subject the id of the collaboration or invitation it is about; null if neither
 * @param at when it was committed
 */
public record Notification(
        NotificationId id,
        InboxId inbox,
        ConversationId conversation,
        ActorKind recipientKind,
        String recipient,
        NotificationKind kind,
        long revision,
        int ordinal,
        @Nullable Long sequence,
        String actor,
        @Nullable String subject,
        Instant at) {
    /** Checks the recipient. */
    public Notification {
        Checks.id("recipient", recipient);
        Checks.that(recipientKind != ActorKind.SYSTEM, "recipient", "must be an agent or a customer");
    }
}
