package dev.collab.archfixtures.reflection;

import java.lang.reflect.Method;

final class ReadsMembers {
    private final Method used;

    ReadsMembers(Method used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
