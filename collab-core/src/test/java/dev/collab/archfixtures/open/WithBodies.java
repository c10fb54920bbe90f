package dev.collab.archfixtures.open;

public enum WithBodies {
    ONLY {
        @Override
        int number() {
            return 1;
        }
    };

    abstract int number();
}
