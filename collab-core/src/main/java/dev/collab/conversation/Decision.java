package dev.collab.conversation;

import java.util.Map;
import java.util.TreeMap;

/**
 * Is what a command comes to: the conversation as it will be, and what its receipt will say.
 *
 * @param conversation the conversation with everything that is new
 * @param sequence the entry the command wrote, or found if nothing was to be done
 * @param ids what the receipt says, by name; never text
 */
public record Decision(Conversation conversation, long sequence, Map<String, String> ids) {
    static final String CUSTOMER_SEQUENCE = "customer-sequence";

    /** Copies the ids. */
    public Decision {
        ids = Map.copyOf(ids);
    }

    static Decision of(Conversation conversation, long sequence) {
        return new Decision(conversation, sequence, Map.of());
    }

    Decision with(String name, Object value) {
        var more = new TreeMap<>(ids);
        more.put(name, value.toString());
        return new Decision(conversation, sequence, more);
    }
}
