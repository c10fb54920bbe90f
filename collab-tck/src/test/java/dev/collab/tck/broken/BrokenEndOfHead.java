package dev.collab.tck.broken;

import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.spi.StoredEnd;
import java.util.Optional;

/** Reads the newest entries after the head, whatever came in between. */
final class BrokenEndOfHead extends Interrupted {
    @Override
    public Optional<StoredEnd> loadEnd(ConversationId conversation, Numbering numbering, int limit) {
        var head = load(conversation, null);
        gap.await();
        return super.loadEnd(conversation, numbering, limit)
                .flatMap(end -> head.map(before -> new StoredEnd(before, end.newest())));
    }
}
