package dev.collab.gates;

final class Violation {
    private Violation() {}

    static boolean same(int[] left, int[] right) {
        return left.equals(right);
    }
}
