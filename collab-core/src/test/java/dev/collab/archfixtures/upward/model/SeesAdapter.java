package dev.collab.archfixtures.upward.model;

import dev.collab.archfixtures.upward.inmemory.Adapter;

final class SeesAdapter {
    private final Adapter used;

    SeesAdapter(Adapter used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
