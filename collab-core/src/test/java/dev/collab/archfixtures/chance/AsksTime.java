package dev.collab.archfixtures.chance;

import java.time.Instant;

final class AsksTime {
    private AsksTime() {}

    static Instant call() {
        return Instant.now();
    }
}
