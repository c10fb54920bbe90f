package dev.collab.tck.broken;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;

/** Forgets the tenant where it keeps who wants to be left alone. */
final class BrokenTenantMutes extends Delegating {
    private final Storage shared;

    BrokenTenantMutes(Storage shared) {
        this.shared = shared;
    }

    @Override
    public void mute(ConversationId conversation, AgentId agent, boolean muted) {
        shared.conversations().mute(conversation, agent, muted);
    }

    @Override
    public boolean isMuted(ConversationId conversation, AgentId agent) {
        return shared.conversations().isMuted(conversation, agent);
    }
}
