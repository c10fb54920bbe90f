package dev.collab.tck.broken;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import java.text.Normalizer;

/** Takes agents whose ids have the same normal form for one. */
final class BrokenNormalForms extends Delegating {
    @Override
    public void mute(ConversationId conversation, AgentId agent, boolean muted) {
        super.mute(conversation, normal(agent), muted);
    }

    @Override
    public boolean isMuted(ConversationId conversation, AgentId agent) {
        return super.isMuted(conversation, normal(agent));
    }

    private static AgentId normal(AgentId agent) {
        return new AgentId(Normalizer.normalize(agent.value(), Normalizer.Form.NFKC));
    }
}
