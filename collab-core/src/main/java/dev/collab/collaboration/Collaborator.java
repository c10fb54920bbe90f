package dev.collab.collaboration;

import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationState;
import dev.collab.model.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows who collaborates on a conversation.
 *
 * @param agent who
 * @param name their name when they were added
 * @param level the level given to them
 * @param addedBy who added them
 * @param suspended whether they read on and act not
 * @param escalation whether they were added as a superior
 * @param since when it began
 * @param until the end of their time box; empty for none
 */
public record Collaborator(
        AgentId agent,
        String name,
        Level level,
        Author addedBy,
        boolean suspended,
        boolean escalation,
        Instant since,
        Optional<Instant> until) {
    /**
     * Shows a grant.
     *
     * @param grant the grant
     * @return what a screen shows of it
     */
    public static Collaborator of(Collaboration grant) {
        return new Collaborator(
                grant.agent(),
                grant.agentName(),
                grant.level(),
                grant.addedBy(),
                grant.state() == CollaborationState.SUSPENDED,
                grant.escalation(),
                grant.startedAt(),
                Optional.ofNullable(grant.endsAt()));
    }
}
