package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import java.time.Instant;
import java.util.List;

/** Is one line of a conversation that took place elsewhere. */
public sealed interface ImportedEntry {
    /** {@return when it was written; cut to the millisecond, not before the line before it, not in the future} */
    Instant at();

    /** {@return what was written, by the rules of every text} */
    String text();

    /** {@return the files that came with it} */
    List<Attachment> attachments();

    /**
     * The customer wrote.
     *
     * @param at when
     * @param text what
     * @param attachments the files that came with it
     */
    record Message(Instant at, String text, List<Attachment> attachments) implements ImportedEntry {
        /** Copies the attachments. */
        public Message {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * An agent answered the customer.
     *
     * @param at when
     * @param author who; nobody the directory has to know
     * @param authorName their name then
     * @param presentedName the name the customer saw
     * @param text what
     * @param attachments the files that came with it
     */
    record Reply(
            Instant at,
            AgentId author,
            String authorName,
            String presentedName,
            String text,
            List<Attachment> attachments)
            implements ImportedEntry {
        /** Copies the attachments. */
        public Reply {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * An agent wrote to the agents on the conversation.
     *
     * @param at when
     * @param author who; nobody the directory has to know
     * @param authorName their name then
     * @param text what
     * @param attachments the files that came with it
     */
    record Note(Instant at, AgentId author, String authorName, String text, List<Attachment> attachments)
            implements ImportedEntry {
        /** Copies the attachments. */
        public Note {
            attachments = List.copyOf(attachments);
        }
    }
}
