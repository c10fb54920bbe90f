package dev.collab.archfixtures.impure.conversation;

import java.util.concurrent.locks.Lock;

final class Locks {
    private final Lock used;

    Locks(Lock used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
