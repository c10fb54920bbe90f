package dev.collab.archfixtures.signing;

import javax.crypto.Mac;

final class SignsElsewhere {
    private final Mac used;

    SignsElsewhere(Mac used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
