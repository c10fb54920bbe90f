package dev.collab.archfixtures.impure.collaboration;

import dev.collab.archfixtures.impure.spi.Shape;

final class SeesShape {
    private final Shape used;

    SeesShape(Shape used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
