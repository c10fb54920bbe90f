package dev.collab;

import dev.collab.model.ConversationId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets commands on one conversation take turns, first come, first served. */
final class Turns {
    /** A power of two, far above the number of commands a host runs at once, so that strangers rarely share a lock. */
    private static final int LOCKS = 1024;

    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    Turns() {
        for (int index = 0; index < LOCKS; index++) {
            locks[index] = new ReentrantLock(true);
        }
    }

    <T> T take(ConversationId conversation, Supplier<T> command) {
        int hash = conversation.value().hashCode();
        var lock = locks[(hash ^ (hash >>> 16)) & (LOCKS - 1)];
        lock.lock();
        try {
            return command.get();
        } finally {
            lock.unlock();
        }
    }
}
