package dev.collab.archfixtures.chance.internal;

import java.time.InstantSource;

final class Defaults {
    private Defaults() {}

    static InstantSource clock() {
        return InstantSource.system();
    }
}
