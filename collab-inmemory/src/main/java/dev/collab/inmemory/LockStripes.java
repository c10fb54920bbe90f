package dev.collab.inmemory;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * A fixed number of locks that ids share.
 *
 * <p>A lock for each id would have to be made for ids that do not exist, and whoever asks for many of those would fill
 * the memory. Ids that share a lock wait for each other now and then; nothing else comes of it, as nobody holds two
 * locks of the same stripes.
 */
final class LockStripes {
    /** Far more than threads run at once, so that two ids in use seldom share a lock. A power of two. */
    private static final int COUNT = 256;

    private final List<ReadWriteLock> stripes = Stream.<ReadWriteLock>generate(ReentrantReadWriteLock::new)
            .limit(COUNT)
            .toList();

    ReadWriteLock of(Object id) {
        int hash = id.hashCode();
        return stripes.get((hash ^ (hash >>> 16)) & (COUNT - 1));
    }
}
