package dev.collab.archfixtures.impure.visibility;

import java.time.InstantSource;

final class ReadsClock {
    private final InstantSource used;

    ReadsClock(InstantSource used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
