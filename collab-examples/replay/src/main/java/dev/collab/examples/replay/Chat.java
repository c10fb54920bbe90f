package dev.collab.examples.replay;

import java.util.List;

/**
 * Is a chat of a transcript.
 *
 * @param name what messages call it: its place in the file, and its convo_id if it has one
 * @param turns its lines, in the order of the file
 */
record Chat(String name, List<Turn> turns) {
    /** Copies the list. */
    Chat {
        turns = List.copyOf(turns);
    }

    /** {@return how many lines agents sent to the customer} */
    int agentLines() {
        return (int)
                turns.stream().filter(turn -> turn.speaker() == Speaker.AGENT).count();
    }
}
