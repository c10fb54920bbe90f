package dev.collab.archfixtures.chance;

import java.time.InstantSource;

final class PicksClock {
    private PicksClock() {}

    static InstantSource call() {
        return InstantSource.system();
    }
}
