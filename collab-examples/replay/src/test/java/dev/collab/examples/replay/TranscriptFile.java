package dev.collab.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes transcripts for tests, one chat a line, one turn after the other. */
final class TranscriptFile {
    private final List<String> chats = new ArrayList<>();

    /** Adds a chat. */
    TranscriptFile chat(Object id, String... turns) {
        chats.add("{\"convo_id\": " + id + ", \"original\": [" + String.join(", ", turns) + "]}");
        return this;
    }

    static String customer(String text) {
        return turn("customer", text);
    }

    static String agent(String text) {
        return turn("agent", text);
    }

    static String action(String text) {
        return turn("action", text);
    }

    private static String turn(String speaker, String text) {
        var escaped =
                text.chars().mapToObj(unit -> String.format("\\u%04x", unit)).collect(Collectors.joining());
        return "[\"" + speaker + "\", \"" + escaped + "\"]";
    }

    String json() {
        return "[" + String.join(",\n", chats) + "]";
    }
}
