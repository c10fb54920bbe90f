package dev.collab.jdbc;

import dev.collab.Collab;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is something to be said, once.
 *
 * @param chat in which of the conversations
 * @param writer who thought of it
 * @param number its number among those of the writer; the customer says the even ones, the assignee the odd ones
 */
record CrashCommand(int chat, String writer, int number) {
    private static final String MARK = "command";

    static Optional<CrashCommand> parse(@Nullable String text) {
        var parts = String.valueOf(text).split("/", -1);
        return parts.length == 4 && parts[0].equals(MARK)
                ? Optional.of(new CrashCommand(Integer.parseInt(parts[1]), parts[2], Integer.parseInt(parts[3])))
                : Optional.empty();
    }

    boolean isCustomers() {
        return number % 2 == 0;
    }

    void send(Collab collab, List<ConversationId> chats) {
        var key = new CommandKey(toString());
        if (isCustomers()) {
            collab.customer(Shop.CARL)
                    .keyed(key)
                    .write(chats.get(chat), toString())
                    .orElseThrow();
        } else {
            collab.agent(Shop.ASHA)
                    .keyed(key)
                    .reply(chats.get(chat), toString())
                    .orElseThrow();
        }
    }

    /** {@return its text and its key} */
    @Override
    public String toString() {
        return String.join("/", MARK, Integer.toString(chat), writer, Integer.toString(number));
    }
}
