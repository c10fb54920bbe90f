package dev.collab.tck.broken;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;

/** Mutes once and for all: whoever unmutes deletes nothing. */
final class BrokenMutes extends Delegating {
    @Override
    public void mute(ConversationId conversation, AgentId agent, boolean muted) {
        super.mute(conversation, agent, true);
    }
}
