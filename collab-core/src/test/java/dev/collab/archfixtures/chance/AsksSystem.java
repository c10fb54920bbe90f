package dev.collab.archfixtures.chance;

final class AsksSystem {
    private AsksSystem() {}

    static long call() {
        return System.currentTimeMillis();
    }
}
