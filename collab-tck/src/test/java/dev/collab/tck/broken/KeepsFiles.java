package dev.collab.tck.broken;

import dev.collab.spi.Storage;
import dev.collab.tck.Variation;
import java.util.Set;

/** Shows the same data again. */
final class KeepsFiles extends Delegating {
    @Override
    Set<Variation> variations() {
        return Set.of(Variation.KEEPS_NANOSECONDS, Variation.KEEPS_ANY_TEXT, Variation.DURABLE);
    }

    @Override
    Storage reopened() {
        return new Reopened(good);
    }
}
