package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.spi.StoredConversation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the settings of an inbox as they were when it first loaded them. */
final class BrokenSettingsCache extends Delegating {
    private final Map<InboxId, InboxSettings> cache = new HashMap<>();

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return super.load(conversation, command)
                .map(stored -> new StoredConversation(
                        stored.head(),
                        cache.computeIfAbsent(stored.head().inbox(), id -> stored.settings()),
                        stored.receipt()));
    }
}
