package dev.collab.spi;

import dev.collab.model.ConversationId;

/**
 * Hears that open screens should read again.
 *
 * <p>Called after the commit, best effort: a call may be missing, come late, or stand for several changes. It carries
 * no content and no authority; whoever is woken reads at their own desk. What it throws is logged and dropped.
 */
public interface Signal {
    /**
     * Hears that something about a conversation changed; for agents' screens only.
     *
     * @param conversation which one
     */
    void changed(ConversationId conversation);

    /**
     * Hears that what the customer sees of a conversation changed.
     *
     * @param conversation which one
     */
    void customerChanged(ConversationId conversation);
}
