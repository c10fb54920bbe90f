package dev.collab.archfixtures.impure.collaboration;

import dev.collab.archfixtures.impure.spi.Directory;

final class AsksPort {
    private final Directory used;

    AsksPort(Directory used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
