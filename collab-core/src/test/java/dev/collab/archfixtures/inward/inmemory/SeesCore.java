package dev.collab.archfixtures.inward.inmemory;

import dev.collab.archfixtures.inward.conversation.Rule;

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
