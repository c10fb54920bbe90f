package dev.collab.examples.replay;

import java.util.Optional;

/** Says who a line of a transcript is from. */
enum Speaker {
    /** What the customer wrote. */
    CUSTOMER,

    /** What an agent answered the customer. */
    AGENT,

    /** What an agent's tool did; colleagues read it as a note. */
    ACTION;

    /** Finds the speaker by the word of the file. */
    static Optional<Speaker> of(String word) {
        return switch (word) {
            case "customer" -> Optional.of(CUSTOMER);
            case "agent" -> Optional.of(AGENT);
            case "action" -> Optional.of(ACTION);
            default -> Optional.empty();
        };
    }
}
