package dev.collab.tck.broken;

import dev.collab.model.Audience;
import dev.collab.spi.NewestStore;
import dev.collab.spi.StoredEnd;

/** Leaves out of the newest entries what is for the assignee. */
final class BrokenEnd extends Delegating {
    @Override
    public NewestStore newest() {
        return (conversation, numbering, limit) -> super.newest()
                .load(conversation, numbering, limit)
                .map(end -> new StoredEnd(
                        end.conversation(),
                        end.newest().stream()
                                .filter(entry -> entry.audience() != Audience.ASSIGNEE)
                                .toList()));
    }
}
