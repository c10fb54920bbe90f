package dev.collab.tck.broken;

import dev.collab.spi.Storage;

/** Another sight of a storage. */
class Reopened extends Delegating {
    Reopened(Storage good) {
        super(good);
    }
}
