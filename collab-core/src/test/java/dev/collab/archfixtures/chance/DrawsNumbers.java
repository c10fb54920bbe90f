package dev.collab.archfixtures.chance;

import java.util.Random;

final class DrawsNumbers {
    private DrawsNumbers() {}

    static double call() {
        return new Random().nextDouble();
    }
}
