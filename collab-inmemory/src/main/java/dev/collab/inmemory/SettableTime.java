package dev.collab.inmemory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until it is moved. */
public final class SettableTime implements InstantSource {
    /** Where it stands unless something else is said: the start of 2030 in UTC. */
    public static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final AtomicReference<Instant> now;

    /** Starts at {@link #START}. */
    public SettableTime() {
        this(START);
    }

    /**
     * Starts at an instant.
     *
     * @param start the instant, kept to the nanosecond
     */
    public SettableTime(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * Moves on.
     *
     * @param duration by how much; a negative one moves back
     * @return the instant it stands at now
     */
    public Instant advance(Duration duration) {
        return now.updateAndGet(instant -> instant.plus(duration));
    }

    /**
     * Moves to an instant.
     *
     * @param instant any instant, also an earlier one
     */
    public void set(Instant instant) {
        now.set(instant);
    }
}
