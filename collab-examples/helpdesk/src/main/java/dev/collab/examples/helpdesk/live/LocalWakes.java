package dev.collab.examples.helpdesk.live;

import java.util.function.Consumer;

/** Carries wakes within one process, for a host that has no other. */
public final class LocalWakes implements Wakes {
    private volatile Consumer<Wake> hearer = wake -> {};

    @Override
    public void send(Wake wake) {
        hearer.accept(wake);
    }

    @Override
    public void hearWith(Consumer<Wake> other) {
        hearer = other;
    }

    @Override
    public void close() {
        hearer = wake -> {};
    }
}
