package dev.collab.archfixtures.signing.notification;

import javax.crypto.Mac;

final class ReplyTokens {
    private final Mac used;

    ReplyTokens(Mac used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
