package dev.collab.inmemory;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * A fixed number of locks that ids share.
 *
 * <p>A lock for each id would have to be made for ids that do not exist, and whoever asks for many of those would fill
 * the memory. Ids that share a lock wait for each other now and then; nothing else comes of it, as whoever holds two
 * locks of the same stripes takes them in one order.
 */
final class LockStripes {
    /** Far more than threads run at once, so that two ids in use seldom share a lock. A power of two. */
    private static final int COUNT = 256;

    private final List<ReadWriteLock> stripes = Stream.<ReadWriteLock>generate(ReentrantReadWriteLock::new)
            .limit(COUNT)
            .toList();

    ReadWriteLock of(Object id) {
        return stripes.get(stripe(id));
    }

    /** The locks of several ids, each once, in the order to take them in. */
    List<ReadWriteLock> all(Collection<?> ids) {
        return ids.stream()
                .map(LockStripes::stripe)
                .distinct()
                .sorted()
                .map(stripes::get)
                .toList();
    }

    private static int stripe(Object id) {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNT - 1);
    }
}
