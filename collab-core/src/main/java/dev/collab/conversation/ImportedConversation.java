package dev.collab.conversation;

import dev.collab.internal.Fingerprint;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Names a conversation that took place elsewhere and is to go on here.
 *
 * @param inbox where it is to be
 * @param customer whose it is
 * @param reference what it was called elsewhere; one inbox, customer and reference are one conversation
 * @param channel how the customer talked
 * @param customerName what agents call the customer
 * @param subject what stands above a ticket; empty for nothing
 * @param facts what a policy can look at
 * @param openedAt when it was opened
 */
public record ImportedConversation(
        InboxId inbox,
        CustomerId customer,
        String reference,
        Channel channel,
        String customerName,
        Optional<String> subject,
        CaseFacts facts,
        Instant openedAt) {
    /**
     * Gives the id it has here.
     *
     * @return the same for the same inbox, customer and reference; never that of one that was opened here
     */
    public ConversationId id() {
        return new ConversationId(Fingerprint.of(List.of("import", inbox.value(), customer.value(), reference)));
    }
}
