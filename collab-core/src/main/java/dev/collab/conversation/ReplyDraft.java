package dev.collab.conversation;

import dev.collab.model.Attachment;
import dev.collab.model.InvalidArgumentException;
import java.util.List;
import java.util.Optional;

/**
 * Is a reply to the customer before it is sent.
 *
 * @param text what the customer is to read
 * @param attachments the files that come with it
 * @param lastSeen the last sequence its author had seen; empty if nobody minds a collision
 */
public record ReplyDraft(String text, List<Attachment> attachments, Optional<Long> lastSeen) {
    /** Copies the attachments and refuses a sequence no entry has. */
    public ReplyDraft {
        attachments = List.copyOf(attachments);
        if (lastSeen.filter(seen -> seen < 0).isPresent()) {
            throw new InvalidArgumentException("last seen", "must not be negative");
        }
    }

    /**
     * Starts a reply without files.
     *
     * @param text what the customer is to read
     * @return the draft
     */
    public static ReplyDraft of(String text) {
        return new ReplyDraft(text, List.of(), Optional.empty());
    }

    /**
     * Says which files come with it.
     *
     * @param files the files, in the author's order
     * @return a copy
     */
    public ReplyDraft attaching(Attachment... files) {
        return new ReplyDraft(text, List.of(files), lastSeen);
    }

    /**
     * Says what its author had seen, so that nobody answers past a colleague or the customer.
     *
     * @param sequence the last sequence they had seen
     * @return a copy
     */
    public ReplyDraft havingSeen(long sequence) {
        return new ReplyDraft(text, attachments, Optional.of(sequence));
    }
}
