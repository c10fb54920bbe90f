package dev.collab.examples.replay;

import dev.collab.AgentRow;
import dev.collab.CustomerRow;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import java.util.Optional;

/**
 * Is what a list shows of a conversation.
 *
 * @param conversation the conversation
 * @param status where it is in its life
 * @param from who wrote the preview: agents read the author, the customer the presented name
 * @param preview what was said last; empty if the viewer may not see it
 * @param unread how many entries the viewer has not read
 */
record Row(ConversationId conversation, ConversationStatus status, String from, Optional<String> preview, int unread) {
    /** What the customer reads as the author of their own messages. */
    static final String YOU = "you";

    static Row of(AgentRow row) {
        return new Row(
                row.id(),
                row.status(),
                row.preview().map(entry -> entry.author().name()).orElse(""),
                row.preview().flatMap(Row::text),
                row.unread());
    }

    private static Optional<String> text(AgentEntry entry) {
        return entry.fold(
                AgentEntry.CustomerMessage::text,
                AgentEntry.Reply::text,
                note -> Optional.empty(),
                event -> Optional.empty());
    }

    static Row of(CustomerRow row) {
        var from = row.preview().fold(message -> YOU, CustomerEntry.Reply::from);
        return new Row(row.id(), row.status(), from, row.preview().text(), row.unread());
    }
}
