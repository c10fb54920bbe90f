package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.StoredReceipt;
import dev.collab.spi.StoredConversation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers a repeated command in the place of the first. */
final class BrokenRemembering extends Delegating {
    private final Map<CommandRef, StoredReceipt> remembered = new HashMap<>();

    @Override
    public void remember(StoredReceipt receipt) {
        super.remember(receipt);
        remembered.put(receipt.command(), receipt);
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, command)
                .map(stored -> new StoredConversation(
                        stored.head(),
                        stored.settings(),
                        command == null ? null : remembered.getOrDefault(command, stored.receipt())));
    }
}
