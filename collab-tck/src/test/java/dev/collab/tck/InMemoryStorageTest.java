package dev.collab.tck;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.spi.Storage;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Storage in memory")
class InMemoryStorageTest extends StorageContract {
    @Override
    protected Storage emptyStorage() {
        return new InMemoryStorage();
    }

    @Override
    protected Set<Variation> variations() {
        return Set.of(Variation.KEEPS_NANOSECONDS, Variation.KEEPS_ANY_TEXT);
    }

    @Override
    protected int effort() {
        return 10;
    }

    /** As many as make a rare order of steps likely; in memory they cost seconds. */
    @Override
    protected int histories() {
        return 250;
    }
}
