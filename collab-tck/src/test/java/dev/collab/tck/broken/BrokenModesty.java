package dev.collab.tck.broken;

import dev.collab.spi.Storage;

/** Is durable and does not say so. */
final class BrokenModesty extends Delegating {
    @Override
    Storage reopened() {
        return new Reopened(good);
    }
}
