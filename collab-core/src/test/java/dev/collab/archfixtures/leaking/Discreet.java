package dev.collab.archfixtures.leaking;

import dev.collab.archfixtures.leaking.internal.Hidden;

public final class Discreet {
    private final Hidden hidden;

    Discreet(Hidden hidden) {
        this.hidden = hidden;
    }

    Hidden hidden() {
        return hidden;
    }
}
