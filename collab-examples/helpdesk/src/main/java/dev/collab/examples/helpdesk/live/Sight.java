package dev.collab.examples.helpdesk.live;

import dev.collab.Collab;
import dev.collab.model.ConversationId;

/** Answers what somebody may know of a conversation; the library decides. */
@FunctionalInterface
public interface Sight {
    /**
     * Asks for now.
     *
     * @param watcher who
     * @param conversation of which conversation
     * @return what they may know
     */
    Seen of(Watcher watcher, ConversationId conversation);

    /** {@return the sight of everybody's own desk: who may read it, or is invited to it} */
    static Sight of(Collab collab) {
        return (watcher, conversation) -> {
            if (watcher instanceof Watcher.Agent agent) {
                var desk = collab.agent(agent.id());
                if (desk.view(conversation).isDone()) {
                    return Seen.CONVERSATION;
                }
                return desk.invitation(conversation).isDone() ? Seen.INVITATION : Seen.NOTHING;
            }
            var customer = collab.customer(((Watcher.Customer) watcher).id());
            return customer.view(conversation).isDone() ? Seen.CONVERSATION : Seen.NOTHING;
        };
    }
}
