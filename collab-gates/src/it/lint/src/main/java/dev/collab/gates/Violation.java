package dev.collab.gates;

import java.util.List;

final class Violation {
    private Violation() {}

    static int size(List things) {
        return things.size();
    }
}
