package dev.collab.examples.helpdesk.live;

import dev.collab.Collab;
import dev.collab.model.ConversationId;

/** Answers whether somebody may know of a conversation; the library decides. */
@FunctionalInterface
public interface Sight {
    /**
     * Asks for now.
     *
     * @param watcher who
     * @param conversation of which conversation
     * @return whether they may be told that it changed
     */
    boolean admits(Watcher watcher, ConversationId conversation);

    /** {@return the sight of everybody's own desk: who may read it, or is invited to it} */
    static Sight of(Collab collab) {
        return (watcher, conversation) -> {
            if (watcher instanceof Watcher.Agent agent) {
                var desk = collab.agent(agent.id());
                return desk.view(conversation).isDone()
                        || desk.invitation(conversation).isDone();
            }
            return collab.customer(((Watcher.Customer) watcher).id())
                    .view(conversation)
                    .isDone();
        };
    }
}
