package dev.collab.archfixtures.statics;

import java.util.List;

final class SharesList {
    static final List<String> WORDS = List.of("a");

    private SharesList() {}
}
