package dev.collab.tck.storage;

import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import dev.collab.model.Notification;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A commit in the making: one message of the customer, unless something else is said. */
record Commits(
        @Nullable ConversationHead before,
        ConversationHead head,
        long settingsRevision,
        List<TimelineEntry> entries,
        List<TimelineEntry> redactions,
        List<EndedCollaboration> ended,
        List<Notification> notifications,
        @Nullable StoredReceipt receipt) {

    static Commits first(ConversationId id) {
        var entries = List.of(Samples.message(id, 0, 1, 0, "message 0"));
        return new Commits(null, Samples.head(id, 1, 1, 1), 0, entries, List.of(), List.of(), List.of(), null);
    }

    static Commits after(ConversationHead head) {
        var old = head.counters();
        long revision = old.revision() + 1;
        var entry = Samples.message(
                head.id(), old.entries(), revision, old.customerEntries(), "message " + old.customerEntries());
        var next = Samples.head(head.id(), revision, old.entries() + 1, old.customerEntries() + 1);
        return new Commits(head, next, 0, List.of(entry), List.of(), List.of(), List.of(), null);
    }

    /** Decided on another head than the one it goes on from. */
    Commits on(ConversationHead other) {
        return new Commits(other, head, settingsRevision, entries, redactions, ended, notifications, receipt);
    }

    Commits settings(long revision) {
        return new Commits(before, head, revision, entries, redactions, ended, notifications, receipt);
    }

    Commits head(ConversationHead other) {
        return new Commits(before, other, settingsRevision, entries, redactions, ended, notifications, receipt);
    }

    Commits entries(TimelineEntry... others) {
        return new Commits(before, head, settingsRevision, List.of(others), redactions, ended, notifications, receipt);
    }

    Commits redacting(TimelineEntry... left) {
        return new Commits(before, head, settingsRevision, entries, List.of(left), ended, notifications, receipt);
    }

    Commits ending(EndedCollaboration... others) {
        return new Commits(
                before, head, settingsRevision, entries, redactions, List.of(others), notifications, receipt);
    }

    Commits telling(Notification... others) {
        return new Commits(before, head, settingsRevision, entries, redactions, ended, List.of(others), receipt);
    }

    Commits remembering(StoredReceipt other) {
        return new Commits(before, head, settingsRevision, entries, redactions, ended, notifications, other);
    }

    Commit build() {
        return new Commit(head, before, settingsRevision, entries, redactions, ended, notifications, receipt);
    }

    /** What it says, decided on the settings of another inbox as well. */
    Commit restingOn(InboxId other, long revision) {
        return new Commit(
                head,
                before,
                settingsRevision,
                Map.of(other, revision),
                entries,
                redactions,
                ended,
                notifications,
                receipt);
    }
}
