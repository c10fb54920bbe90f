package dev.collab.collaboration;

import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import java.util.Optional;

/**
 * Says how somebody is to be added, as far as the adder cares.
 *
 * @param level the level; empty for the highest that is allowed
 * @param window how far back they read; empty for as far as the adder may give
 * @param question what they are asked, if the policy wants an invitation
 */
public record AddOptions(Optional<Level> level, Optional<HistoryWindow> window, Optional<String> question) {
    /** Leaves everything to the policy. */
    public static final AddOptions NONE = new AddOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Starts with a level.
     *
     * @param level the level
     * @return options that leave the rest to the policy
     */
    public static AddOptions at(Level level) {
        return new AddOptions(Optional.of(level), Optional.empty(), Optional.empty());
    }

    /**
     * Says how far back they read.
     *
     * @param wanted the window
     * @return a copy
     */
    public AddOptions reading(HistoryWindow wanted) {
        return new AddOptions(level, Optional.of(wanted), question);
    }

    /**
     * Says what they are asked.
     *
     * @param text the question, for the invitation
     * @return a copy
     */
    public AddOptions asking(String text) {
        return new AddOptions(level, window, Optional.of(text));
    }
}
