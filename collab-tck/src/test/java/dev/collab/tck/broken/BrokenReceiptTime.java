package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.spi.StoredConversation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hides a receipt as soon as its time is over. */
final class BrokenReceiptTime extends Delegating {
    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, command).map(BrokenReceiptTime::withoutOld);
    }

    private static StoredConversation withoutOld(StoredConversation stored) {
        var receipt = stored.receipt();
        boolean old = receipt != null && receipt.keepUntil().isBefore(Instant.parse("2010-01-01T00:00:00Z"));
        return new StoredConversation(stored.head(), stored.settings(), old ? null : receipt);
    }
}
