package dev.collab;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads receipts; a retry is answered by the same code as the command itself. */
final class Receipts {
    private static final String CONVERSATION = "conversation";

    private Receipts() {}

    /** Says where a command was done; a merged conversation goes on in another one. */
    static Receipt landed(Receipt receipt, ConversationId conversation) {
        var ids = new TreeMap<>(receipt.ids());
        ids.put(CONVERSATION, conversation.value());
        return new Receipt(receipt.sequence(), ids, receipt.at());
    }

    static ConversationId conversation(Receipt receipt) {
        return new ConversationId(need(receipt, CONVERSATION));
    }

    /** The agents whom a receipt lists under a name, in their order. */
    static List<AgentId> agents(Receipt receipt, String name) {
        var agents = new ArrayList<AgentId>();
        for (var id = receipt.ids().get(name + 0);
                id != null;
                id = receipt.ids().get(name + agents.size())) {
            agents.add(new AgentId(id));
        }
        return List.copyOf(agents);
    }

    static String need(Receipt receipt, String name) {
        var value = receipt.ids().get(name);
        if (value == null) {
            throw new IllegalStateException("the receipt of entry " + receipt.sequence() + " lacks " + name);
        }
        return value;
    }

    static long number(Receipt receipt, String name) {
        return Long.parseLong(need(receipt, name));
    }
}
