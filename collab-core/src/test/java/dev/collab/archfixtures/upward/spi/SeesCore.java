package dev.collab.archfixtures.upward.spi;

import dev.collab.archfixtures.upward.visibility.Rule;

final class SeesCore {
    private final Rule used;

    SeesCore(Rule used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
