package dev.collab.archfixtures.chance;

import java.time.Instant;
import java.util.function.Supplier;

final class HandsOverNow {
    private HandsOverNow() {}

    static Supplier<Instant> call() {
        return Instant::now;
    }
}
