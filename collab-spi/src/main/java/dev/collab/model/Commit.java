package dev.collab.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is everything one command changes, stored as a whole or not at all.
 *
 * @param head the head as it will be; its revision is {@code expectedRevision() + 1}
 * @param before the head the command was decided on, as it was loaded; null if the conversation must not exist yet. What
 *     is stored under its revision is this head and no other, so that an adapter may write only what is different now
 * @param settingsRevision the revision of the settings of the head's inbox the command was decided on
 * @param otherSettings the revisions of the settings of other inboxes it was decided on as well: of the one that a
 *     conversation is moved from; mostly empty
 * @param entries what is appended to the timeline, in order; the first stands where the stored head stopped counting
 * @param redactions stored entries as they are to be from now on: something was taken away from them, but nothing of
 *     {@link TimelineEntry#place}; each takes the place of the one with its sequence
 * @param ended the collaborations that left the head, and those that left it before and whose names changed; one takes
 *     the place of an earlier one with its id
 * @param notifications whom to tell, in order
 * @param receipt what to remember of the command; null if nothing
 */
public record Commit(
        ConversationHead head,
        @Nullable ConversationHead before,
        long settingsRevision,
        Map<InboxId, Long> otherSettings,
        List<TimelineEntry> entries,
        List<TimelineEntry> redactions,
        List<EndedCollaboration> ended,
        List<Notification> notifications,
        @Nullable StoredReceipt receipt) {
    /** Copies the lists and checks that they belong together. */
    public Commit {
        otherSettings = Map.copyOf(otherSettings);
        entries = List.copyOf(entries);
        redactions = List.copyOf(redactions);
        ended = List.copyOf(ended);
        notifications = List.copyOf(notifications);
        Checks.that(before == null || before.id().equals(head.id()), "before", "must be of the same conversation");
        Checks.that(head.revision() == revisionOf(before) + 1, "head", "must have the next revision");
        Checks.that(!otherSettings.containsKey(head.inbox()), "other settings", "must be of other inboxes");
        long sequence = head.counters().entries() - entries.size();
        for (var entry : entries) {
            Checks.that(entry.conversation().equals(head.id()), "entries", "must be of the same conversation");
            Checks.that(entry.sequence() == sequence, "entries", "must be numbered without a gap");
            Checks.that(entry.revision() == head.revision(), "entries", "must have the revision of the head");
            sequence++;
        }
        long stored = head.counters().entries() - entries.size();
        Checks.that(
                redactions.stream().allMatch(one -> one.conversation().equals(head.id()) && one.sequence() < stored),
                "redactions",
                "must be of stored entries of the same conversation");
        Checks.that(
                ended.stream().allMatch(one -> one.conversation().equals(head.id())),
                "ended",
                "must be of the same conversation");
        Checks.that(
                notifications.stream().allMatch(one -> one.conversation().equals(head.id())),
                "notifications",
                "must be of the same conversation");
        Checks.that(
                receipt == null || receipt.command().conversation().equals(head.id()),
                "receipt",
                "must be of the same conversation");
    }

    /**
     * Makes a commit that was decided on the settings of one inbox.
     *
     * @param head the head as it will be
     * @param before the head the command was decided on; null if the conversation must not exist yet
     * @param settingsRevision the revision of the settings of the head's inbox
     * @param entries what is appended to the timeline
     * @param redactions stored entries as they are to be from now on
     * @param ended the collaborations that left the head, or whose names changed after they had
     * @param notifications whom to tell
     * @param receipt what to remember of the command; null if nothing
     */
    public Commit(
            ConversationHead head,
            @Nullable ConversationHead before,
            long settingsRevision,
            List<TimelineEntry> entries,
            List<TimelineEntry> redactions,
            List<EndedCollaboration> ended,
            List<Notification> notifications,
            @Nullable StoredReceipt receipt) {
        this(head, before, settingsRevision, Map.of(), entries, redactions, ended, notifications, receipt);
    }

    /** {@return the revision the command was decided on; 0 if the conversation must not exist yet} */
    public long expectedRevision() {
        return revisionOf(before);
    }

    private static long revisionOf(@Nullable ConversationHead head) {
        return head == null ? 0 : head.revision();
    }
}
