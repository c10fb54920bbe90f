package dev.collab;

import dev.collab.collaboration.Collaborator;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Says what another policy would change for one open conversation.
 *
 * @param conversation the conversation
 * @param assignee who has it; empty if it waits in its queue
 * @param ending the collaborations that would end, oldest first
 * @param cancelled the pending invitations that would be cancelled, oldest first
 * @param before what its assignee may add now; empty if there is none
 * @param after what its assignee could add then; empty if there is none
 */
public record PolicyChange(
        ConversationId conversation,
        Optional<AgentId> assignee,
        List<Collaborator> ending,
        List<Invitation> cancelled,
        Optional<Adding> before,
        Optional<Adding> after) {
    /** Copies the lists. */
    public PolicyChange {
        ending = List.copyOf(ending);
        cancelled = List.copyOf(cancelled);
    }

    /**
     * Says whether somebody may add anybody, as the collaborator field does, and up to which level.
     *
     * @param whyNot why they may not; empty if they may
     * @param upTo the highest level a rule for them and the case gives; empty if they may not
     * @param hasPlace whether one more would find a place within the limit; false if they may not
     */
    public record Adding(Optional<Reason> whyNot, Optional<Level> upTo, boolean hasPlace) {}

    boolean isNone() {
        return ending.isEmpty() && cancelled.isEmpty() && before.equals(after);
    }
}
