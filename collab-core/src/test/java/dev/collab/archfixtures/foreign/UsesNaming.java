package dev.collab.archfixtures.foreign;

import javax.naming.Name;

final class UsesNaming {
    private final Name used;

    UsesNaming(Name used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
