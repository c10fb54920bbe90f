package dev.collab.outcome;

import dev.collab.model.ConversationId;

/** Thrown when a store returned an entry the reader may not see; the adapter is broken and nothing was shown. */
public final class LeakPreventedException extends CollabException {
    private static final long serialVersionUID = 1L;

    private final transient ConversationId conversation;
    private final long sequence;

    /**
     * Creates the exception.
     *
     * @param conversation whose timeline was read
     * @param sequence the entry that should not have come
     */
    public LeakPreventedException(ConversationId conversation, long sequence) {
        super("the store returned entry " + sequence + " of conversation " + conversation + " out of scope");
        this.conversation = conversation;
        this.sequence = sequence;
    }

    /** {@return whose timeline was read} */
    public ConversationId conversation() {
        return conversation;
    }

    /** {@return the entry that should not have come} */
    public long sequence() {
        return sequence;
    }

    /** {@return false: the adapter has to be mended} */
    @Override
    public boolean isRetryable() {
        return false;
    }
}
