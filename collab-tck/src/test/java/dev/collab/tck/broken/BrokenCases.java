package dev.collab.tck.broken;

import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.StoredReceipt;
import dev.collab.spi.StoredConversation;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds the case of command keys. */
final class BrokenCases extends Delegating {
    @Override
    public void remember(StoredReceipt receipt) {
        super.remember(new StoredReceipt(
                folded(receipt.command()), receipt.fingerprint(), receipt.receipt(), receipt.keepUntil()));
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, command == null ? null : folded(command));
    }

    private static CommandRef folded(CommandRef command) {
        var key = new CommandKey(command.key().value().toLowerCase(Locale.ROOT));
        return new CommandRef(command.conversation(), command.actorKind(), command.actor(), key);
    }
}
