package dev.collab.gates;

final class Violation {
    private Violation() {}

    static int length(String text) {
        return text.length();
    }

    static int lengthOfNothing() {
        return length(null);
    }
}
