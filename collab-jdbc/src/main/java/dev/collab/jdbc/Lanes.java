package dev.collab.jdbc;

import dev.collab.model.AgentId;
import dev.collab.model.AudienceKey;
import org.jspecify.annotations.Nullable;

/** Tells where the entries of a key are found. */
final class Lanes {
    private static final String AGENT = AudienceKey.of(new AgentId("x")).code().replace("x", "");

    private Lanes() {}

    /** {@return the agent whose key it is; null for an audience} */
    static @Nullable String reader(AudienceKey key) {
        return key.code().startsWith(AGENT) ? key.code().substring(AGENT.length()) : null;
    }
}
