package dev.collab.archfixtures.foreign;

import javax.crypto.Mac;

final class UsesCryptography {
    private final Mac used;

    UsesCryptography(Mac used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
