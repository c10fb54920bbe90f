package dev.collab.archfixtures.statics;

@SuppressWarnings("MutablePublicArray")
final class KeepsArray {
    static final int[] NUMBERS = {1};

    private KeepsArray() {}
}
