package dev.collab.examples.replay;

import dev.collab.model.ConversationId;
import java.util.List;
import java.util.Optional;

/**
 * Is what became of a chat.
 *
 * @param chat the chat of the file
 * @param conversation the conversation it became; empty if no line of the customer opened it
 * @param moved how many lines came before the customer's first and were sent right after it
 * @param refused the lines that nobody reads, in the order they were tried
 * @param views what each of the three sees
 * @param asked what those saw who were invited, in the order they were
 * @param mail who was told of what
 */
record Replayed(
        Chat chat,
        Optional<ConversationId> conversation,
        int moved,
        List<Refused> refused,
        Views views,
        List<Asked> asked,
        Mail mail) {
    /** Copies the lists. */
    Replayed {
        refused = List.copyOf(refused);
        asked = List.copyOf(asked);
    }

    static Replayed neverOpened(Chat chat, List<Refused> refused) {
        return new Replayed(chat, Optional.empty(), 0, refused, Views.none(), List.of(), Mail.none());
    }

    /** {@return whether a line of the customer opened it} */
    boolean wasOpened() {
        return conversation.isPresent();
    }
}
