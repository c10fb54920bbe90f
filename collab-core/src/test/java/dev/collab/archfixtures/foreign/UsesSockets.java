package dev.collab.archfixtures.foreign;

import javax.net.SocketFactory;

final class UsesSockets {
    private final SocketFactory used;

    UsesSockets(SocketFactory used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
