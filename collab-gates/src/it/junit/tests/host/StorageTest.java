package host;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.spi.Storage;
import dev.collab.tck.StorageContract;
import dev.collab.tck.Variation;
import java.util.Set;

class StorageTest extends StorageContract {
    @Override
    protected Storage emptyStorage() {
        return new InMemoryStorage();
    }

    @Override
    protected Set<Variation> variations() {
        return Set.of(Variation.KEEPS_NANOSECONDS, Variation.KEEPS_ANY_TEXT);
    }
}
