package dev.collab.collaboration;

import dev.collab.outcome.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Says what the collaborator field of a conversation's screen shows.
 *
 * @param visible whether the field is there at all; false while collaboration is off
 * @param editable whether this viewer may add somebody now
 * @param whyNot why they may not; empty if they may
 * @param collaborators who takes part, oldest first
 * @param invitations who is asked and has not answered, oldest first
 */
public record CollaboratorField(
        boolean visible,
        boolean editable,
        Optional<Reason> whyNot,
        List<Collaborator> collaborators,
        List<PendingInvitation> invitations) {
    /** Copies the lists. */
    public CollaboratorField {
        collaborators = List.copyOf(collaborators);
        invitations = List.copyOf(invitations);
    }
}
