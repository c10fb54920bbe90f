package dev.collab.archfixtures.open;

public abstract sealed class Sealed {
    static final class Only extends Sealed {}
}
