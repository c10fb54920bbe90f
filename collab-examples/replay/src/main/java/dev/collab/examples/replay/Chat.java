package dev.collab.examples.replay;

import java.util.List;

/**
 * Is a chat of a transcript.
 *
 * @param number its place in the file: 1, 2, 3 …; all that the replay adds to the file follows from it
 * @param name what messages call it: its place in the file, and its convo_id if it has one
 * @param turns its lines, in the order of the file
 */
record Chat(int number, String name, List<Turn> turns) {
    private static final int RESOLVED_EVERY = 3;

    /** Copies the list. */
    Chat {
        turns = List.copyOf(turns);
    }

    /** {@return how the collaborator comes in} */
    Way way() {
        return Way.of(number);
    }

    /** {@return whether the assignee resolves it at the end: every third is} */
    boolean endsResolved() {
        return number % RESOLVED_EVERY == 0;
    }

    /** {@return how many lines agents sent to the customer} */
    int agentLines() {
        return (int)
                turns.stream().filter(turn -> turn.speaker() == Speaker.AGENT).count();
    }
}
