package dev.collab.examples.replay;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import java.util.List;

/**
 * Is what each of the three sees of a chat, oldest first.
 *
 * @param customer what the customer sees in the end
 * @param assignee what the assignee sees in the end
 * @param collaborator what the collaborator sees before the chat is resolved
 * @param collaboratorReadsOn whether the collaborator can still read it in the end
 */
record Views(
        List<CustomerEntry> customer,
        List<AgentEntry> assignee,
        List<AgentEntry> collaborator,
        boolean collaboratorReadsOn) {
    /** Copies the lists. */
    Views {
        customer = List.copyOf(customer);
        assignee = List.copyOf(assignee);
        collaborator = List.copyOf(collaborator);
    }

    static Views none() {
        return new Views(List.of(), List.of(), List.of(), false);
    }
}
