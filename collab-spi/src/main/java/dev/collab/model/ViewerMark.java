package dev.collab.model;

/**
 * Remembers how far somebody has read a conversation.
 *
 * @param conversation the conversation
 * @param viewerKind an agent or the customer
 * @param viewer the viewer's id
 * @param position the first position they have not read; for agents in the sequence of entries, for the customer in
 *     theirs
 */
public record ViewerMark(ConversationId conversation, ActorKind viewerKind, String viewer, long position) {
    /** Checks the viewer and the position. */
    public ViewerMark {
        Checks.id("viewer", viewer);
        Checks.that(viewerKind != ActorKind.SYSTEM, "viewer", "must be an agent or a customer");
        Checks.notNegative("position", position);
    }
}
