package dev.collab.tck.broken;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;

/** Never forgets that somebody wanted to be left alone. */
final class BrokenMutes extends Delegating {
    @Override
    public void mute(ConversationId conversation, AgentId agent, boolean muted) {
        if (muted) {
            super.mute(conversation, agent, true);
        }
    }
}
