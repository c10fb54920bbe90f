package dev.collab.model;

/**
 * Identifies a command: two actors who draw the same key never meet.
 *
 * @param conversation the conversation the command is for
 * @param actorKind on which side the actor stands
 * @param actor the actor's id
 * @param key the key the actor gave, or the core drew
 */
public record CommandRef(ConversationId conversation, ActorKind actorKind, String actor, CommandKey key) {
    /** Checks the actor. */
    public CommandRef {
        Checks.id("actor", actor);
    }
}
