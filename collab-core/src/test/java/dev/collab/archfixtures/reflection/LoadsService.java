package dev.collab.archfixtures.reflection;

import java.util.ServiceLoader;

final class LoadsService {
    private final ServiceLoader<Runnable> used;

    LoadsService(ServiceLoader<Runnable> used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
