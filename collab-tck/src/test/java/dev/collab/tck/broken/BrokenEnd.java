package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.spi.StoredEnd;
import java.util.Optional;

/** Leaves out of the newest entries what is for the assignee. */
final class BrokenEnd extends Delegating {
    @Override
    public Optional<StoredEnd> loadEnd(ConversationId conversation, Numbering numbering, int limit) {
        return super.loadEnd(conversation, numbering, limit)
                .map(end -> new StoredEnd(
                        end.conversation(),
                        end.newest().stream()
                                .filter(entry -> entry.audience() != Audience.ASSIGNEE)
                                .toList()));
    }
}
