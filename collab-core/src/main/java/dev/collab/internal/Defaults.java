package dev.collab.internal;

import dev.collab.spi.IdSource;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The clock, the ids and the chance a host gets that brings none; nothing else asks the machine for them. */
public final class Defaults {
    private Defaults() {}

    /** {@return the clock of the machine} */
    public static InstantSource time() {
        return InstantSource.system();
    }

    /** {@return random ids of 122 bits, which nobody guesses} */
    public static IdSource ids() {
        return () -> UUID.randomUUID().toString();
    }

    /**
     * Waits a random while, so that hosts that collided do not collide again.
     *
     * @param attempt how often it was tried; the longest wait doubles with it, from 2 ms up to 32 ms
     */
    public static void pause(int attempt) {
        long longest = TimeUnit.MILLISECONDS.toNanos(1L << Math.min(attempt, 5));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }
}
