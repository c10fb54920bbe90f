package dev.collab.archfixtures.statics;

import java.util.concurrent.ConcurrentHashMap;

final class KeepsMap {
    static final ConcurrentHashMap<String, String> WORDS = new ConcurrentHashMap<>();

    private KeepsMap() {}
}
