package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.spi.StoredConversation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does not look for receipts, so that a command that is sent again is done again. */
final class BrokenReceipts extends Delegating {
    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, null);
    }
}
