package dev.collab.tck.broken;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import dev.collab.tck.Variation;
import java.util.Set;

/** Says that it is durable, and keeps who wants to be left alone in memory. */
final class BrokenReopening extends Delegating {
    @Override
    Set<Variation> variations() {
        return Set.of(Variation.KEEPS_NANOSECONDS, Variation.KEEPS_ANY_TEXT, Variation.DURABLE);
    }

    @Override
    Storage reopened() {
        return new Reopened(good) {
            @Override
            public boolean isMuted(ConversationId conversation, AgentId agent) {
                return false;
            }
        };
    }
}
