package dev.collab.conversation;

import dev.collab.model.Channel;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.MergedInto;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows the customer their conversation besides its messages.
 *
 * @param id the conversation
 * @param channel how they talk to us
 * @param subject what stands above a ticket; empty for nothing
 * @param followUpOf the closed conversation of theirs it follows; empty for none
 * @param mergedInto the conversation of theirs it goes on in, empty for none
 * @param status whether it is open, resolved or closed
 * @param messages how many messages and replies there are
 * @param version changes exactly when what the customer sees does
 * @param openedAt when they opened it
 * @param lastActivityAt when the last message or reply was written
 */
public record CustomerView(
        ConversationId id,
        Channel channel,
        Optional<String> subject,
        Optional<ConversationId> followUpOf,
        Optional<ConversationId> mergedInto,
        ConversationStatus status,
        long messages,
        long version,
        Instant openedAt,
        Instant lastActivityAt) {
    /**
     * Shows a head to its customer.
     *
     * @param head the head
     * @return what the customer sees
     */
    public static CustomerView of(ConversationHead head) {
        return new CustomerView(
                head.id(),
                head.channel(),
                Optional.ofNullable(head.subject()),
                Optional.ofNullable(head.followUpOf()),
                Optional.ofNullable(head.mergedInto()).map(MergedInto::conversation),
                head.status(),
                head.counters().customerEntries(),
                head.counters().customerVersion(),
                head.openedAt(),
                head.lastActivityAt());
    }
}
