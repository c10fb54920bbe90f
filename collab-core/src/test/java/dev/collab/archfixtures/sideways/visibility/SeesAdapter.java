package dev.collab.archfixtures.sideways.visibility;

import dev.collab.archfixtures.sideways.inmemory.Adapter;

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
