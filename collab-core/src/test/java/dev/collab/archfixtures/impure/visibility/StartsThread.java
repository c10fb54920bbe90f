package dev.collab.archfixtures.impure.visibility;

final class StartsThread {
    private final Thread used;

    StartsThread(Thread used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
