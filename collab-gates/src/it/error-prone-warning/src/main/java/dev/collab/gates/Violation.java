package dev.collab.gates;

final class Violation {
    private Violation() {}

    static byte[] bytes(String text) {
        return text.getBytes();
    }
}
