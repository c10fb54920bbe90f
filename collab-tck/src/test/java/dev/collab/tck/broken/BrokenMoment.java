package dev.collab.tck.broken;

import dev.collab.model.ConversationId;
import java.time.Instant;
import java.util.List;

/** Finds overdue what was over before now, and not what is over now. */
final class BrokenMoment extends Delegating {
    @Override
    public List<ConversationId> overdue(Instant now, int limit) {
        return super.overdue(now.minusMillis(1), limit);
    }
}
