package dev.collab.archfixtures.impure.conversation;

import org.slf4j.Logger;

final class Logs {
    private final Logger used;

    Logs(Logger used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
