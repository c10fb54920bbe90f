package dev.collab.tck.skipping;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.spi.Storage;
import dev.collab.tck.StorageContract;
import dev.collab.tck.Variation;
import java.util.Set;

/** Is a test as it should be, but for what its subclass does. */
public abstract class Good extends StorageContract {
    @Override
    protected Storage emptyStorage() {
        return new InMemoryStorage();
    }

    @Override
    protected Set<Variation> variations() {
        return Set.of(Variation.KEEPS_NANOSECONDS, Variation.KEEPS_ANY_TEXT);
    }
}
