package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.spi.StoredConversation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has one column for both versions, so that a note moves the customer's. */
final class BrokenVersions extends Delegating {
    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, command)
                .map(one -> new StoredConversation(oneVersion(one.head()), one.settings(), one.receipt()));
    }

    private static ConversationHead oneVersion(ConversationHead head) {
        var now = head.counters();
        return new ConversationHead(
                head.id(),
                head.inbox(),
                head.customer(),
                head.customerName(),
                head.channel(),
                head.subject(),
                head.facts(),
                head.status(),
                head.assignee(),
                head.assignedSequence(),
                head.collaborations(),
                head.invitations(),
                head.followUpOf(),
                head.mergedInto(),
                new Counters(now.revision(), now.entries(), now.customerEntries(), now.revision(), now.newestPublic()),
                head.openedAt(),
                head.lastActivityAt());
    }
}
