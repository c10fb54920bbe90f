package dev.collab.conversation;

import dev.collab.model.Attachment;
import java.util.List;

/**
 * Is a reply to the customer before it is sent.
 *
 * @param text what the customer is to read
 * @param attachments the files that come with it
 */
public record ReplyDraft(String text, List<Attachment> attachments) {
    /** Copies the attachments. */
    public ReplyDraft {
        attachments = List.copyOf(attachments);
    }

    /**
     * Starts a reply without files.
     *
     * @param text what the customer is to read
     * @return the draft
     */
    public static ReplyDraft of(String text) {
        return new ReplyDraft(text, List.of());
    }

    /**
     * Says which files come with it.
     *
     * @param files the files, in the author's order
     * @return a copy
     */
    public ReplyDraft attaching(Attachment... files) {
        return new ReplyDraft(text, List.of(files));
    }
}
