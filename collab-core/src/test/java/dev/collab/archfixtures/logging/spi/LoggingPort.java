package dev.collab.archfixtures.logging.spi;

import org.slf4j.Logger;

final class LoggingPort {
    private final Logger used;

    LoggingPort(Logger used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
