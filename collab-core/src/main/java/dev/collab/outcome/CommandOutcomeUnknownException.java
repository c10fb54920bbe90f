package dev.collab.outcome;

import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;

/**
 * Thrown when a command may or may not have been done.
 *
 * <p>Send the same command again with the key named here: it is done now, or answers what it did before.
 */
public final class CommandOutcomeUnknownException extends CollabException {
    private static final long serialVersionUID = 1L;

    private final transient ConversationId conversation;
    private final transient CommandKey key;

    /**
     * Creates the exception.
     *
     * @param conversation what the command was for
     * @param key the key to repeat it with
     * @param cause what the store said
     */
    public CommandOutcomeUnknownException(ConversationId conversation, CommandKey key, Throwable cause) {
        super("outcome unknown on conversation " + conversation + ", command key " + key, cause);
        this.conversation = conversation;
        this.key = key;
    }

    /** {@return what the command was for} */
    public ConversationId conversation() {
        return conversation;
    }

    /** {@return the key to repeat the command with} */
    public CommandKey key() {
        return key;
    }

    /** {@return false: it may have been done, so only the same key makes a repetition safe} */
    @Override
    public boolean isRetryable() {
        return false;
    }
}
