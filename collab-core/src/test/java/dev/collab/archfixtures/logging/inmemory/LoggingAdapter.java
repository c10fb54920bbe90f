package dev.collab.archfixtures.logging.inmemory;

import org.slf4j.Logger;

final class LoggingAdapter {
    private final Logger used;

    LoggingAdapter(Logger used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
