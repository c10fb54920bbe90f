package dev.collab.spi;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;

/** Tells whether an agent can take one more conversation; optional. */
public interface Capacity {
    /**
     * Decides whether an agent may be added to a conversation.
     *
     * <p>Asked once per attempt to add, before the commit. It is exact only if the host reserves a place here. Whatever
     * it throws refuses the agent for the time being.
     *
     * @param agent who is to be added
     * @param conversation to which conversation
     * @return false if the agent has too much to do
     */
    boolean admits(AgentId agent, ConversationId conversation);
}
