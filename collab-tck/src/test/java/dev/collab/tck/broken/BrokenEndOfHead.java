package dev.collab.tck.broken;

import dev.collab.spi.NewestStore;
import dev.collab.spi.StoredEnd;

/** Reads the newest entries after the head, whatever came in between. */
final class BrokenEndOfHead extends Interrupted {
    @Override
    public NewestStore newest() {
        return (conversation, numbering, limit) -> {
            var head = load(conversation, null);
            gap.await();
            return super.newest()
                    .load(conversation, numbering, limit)
                    .flatMap(end -> head.map(before -> new StoredEnd(before, end.newest())));
        };
    }
}
