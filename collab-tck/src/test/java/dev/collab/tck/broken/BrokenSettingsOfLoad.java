package dev.collab.tck.broken;

import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.SettingsChange;
import dev.collab.spi.StoredConversation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads the head in one statement and the settings in the next. */
final class BrokenSettingsOfLoad extends Delegating {
    private final Gap gap = new Gap();

    @Override
    public boolean compareAndSet(SettingsChange change) {
        boolean made = super.compareAndSet(change);
        gap.turn();
        return made;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        var first = super.load(conversation, command);
        // Two changes: one alone might have come with the head.
        gap.await(2);
        return first.map(
                one -> new StoredConversation(one.head(), load(one.head().inbox()), one.receipt()));
    }
}
