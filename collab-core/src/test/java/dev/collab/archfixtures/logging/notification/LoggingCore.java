package dev.collab.archfixtures.logging.notification;

import org.slf4j.Logger;

final class LoggingCore {
    private final Logger used;

    LoggingCore(Logger used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
