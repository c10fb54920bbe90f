package dev.collab.inmemory;

import dev.collab.spi.IdSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Draws id-1, id-2, id-3 and so on; for tests only.
 *
 * <p>Anybody can guess these ids, and two sources draw the same ones. A host uses the library's own source.
 */
public final class CountingIds implements IdSource {
    private final AtomicLong drawn = new AtomicLong();

    /** Starts with id-1. */
    public CountingIds() {}

    @Override
    public String next() {
        return "id-" + drawn.incrementAndGet();
    }
}
