package dev.collab.examples.replay;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import java.util.List;

/**
 * Is what became of a chat, and what each of the three sees of it, oldest first.
 *
 * @param chat the chat of the file
 * @param moved how many lines came before the customer's first and were sent right after it
 * @param refused the lines that nobody reads, in the order they were tried
 * @param customer what the customer sees; nothing if the chat was never opened
 * @param assignee what the assignee sees
 * @param collaborator what the collaborator sees
 */
record Replayed(
        Chat chat,
        int moved,
        List<Refused> refused,
        List<CustomerEntry> customer,
        List<AgentEntry> assignee,
        List<AgentEntry> collaborator) {
    /** Copies the lists. */
    Replayed {
        refused = List.copyOf(refused);
        customer = List.copyOf(customer);
        assignee = List.copyOf(assignee);
        collaborator = List.copyOf(collaborator);
    }

    static Replayed neverOpened(Chat chat, List<Refused> refused) {
        return new Replayed(chat, 0, refused, List.of(), List.of(), List.of());
    }

    /** {@return whether a line of the customer opened it} */
    boolean wasOpened() {
        return !customer.isEmpty();
    }
}
