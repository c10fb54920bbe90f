package dev.collab.archfixtures.impure.visibility;

import java.util.Random;

final class DrawsNumbers {
    private final Random used;

    DrawsNumbers(Random used) {
        this.used = used;
    }

    @Override
    public String toString() {
        return used.toString();
    }
}
