package dev.collab.archfixtures.impure.notification;

import dev.collab.archfixtures.impure.spi.Directory;

final class Shell {
    private final Directory used;

    Shell(Directory used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
