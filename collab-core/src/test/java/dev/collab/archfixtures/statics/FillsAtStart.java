package dev.collab.archfixtures.statics;

import java.util.ArrayList;
import java.util.List;

final class FillsAtStart {
    private static final List<String> WORDS = new ArrayList<>(List.of("a"));

    private FillsAtStart() {}

    static int size() {
        return WORDS.size();
    }
}
