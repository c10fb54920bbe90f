package dev.collab.archfixtures.statics;

import java.util.Set;

final class Constant {
    static final String WORD = "a";
    private static final Set<String> WORDS = Set.of(WORD);

    private Constant() {}

    static boolean has(String word) {
        return WORDS.contains(word);
    }
}
