package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.spi.StoredConversation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads the head in one statement and the receipt in the next. */
final class BrokenTwoStatementLoad extends Interrupted {
    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        var first = super.load(conversation, null);
        if (command == null || first.isEmpty()) {
            return first;
        }
        gap.await();
        var receipt = super.load(conversation, command)
                .map(StoredConversation::receipt)
                .orElse(null);
        return first.map(one -> new StoredConversation(one.head(), one.settings(), receipt));
    }
}
