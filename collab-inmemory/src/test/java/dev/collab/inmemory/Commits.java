package dev.collab.inmemory;

import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.Notification;
import dev.collab.model.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A commit in the making: one message of the customer, unless something else is said. */
record Commits(
        @Nullable ConversationHead before,
        ConversationHead head,
        long settingsRevision,
        List<TimelineEntry> entries,
        List<TimelineEntry> redactions,
        List<Notification> notifications) {

    static Commits first(ConversationId id) {
        var entries = List.of(Samples.message(id, 0, 1, 0, "message 0"));
        return new Commits(null, Samples.head(id, 1, 1, 1), 0, entries, List.of(), List.of());
    }

    static Commits after(ConversationHead head) {
        var old = head.counters();
        long revision = old.revision() + 1;
        var entry = Samples.message(
                head.id(), old.entries(), revision, old.customerEntries(), "message " + old.customerEntries());
        var next = Samples.head(head.id(), revision, old.entries() + 1, old.customerEntries() + 1);
        return new Commits(head, next, 0, List.of(entry), List.of(), List.of());
    }

    Commits settings(long revision) {
        return new Commits(before, head, revision, entries, redactions, notifications);
    }

    Commits head(ConversationHead other) {
        return new Commits(before, other, settingsRevision, entries, redactions, notifications);
    }

    Commits entries(TimelineEntry... others) {
        return new Commits(before, head, settingsRevision, List.of(others), redactions, notifications);
    }

    Commits redacting(TimelineEntry... left) {
        return new Commits(before, head, settingsRevision, entries, List.of(left), notifications);
    }

    Commits telling(Notification... others) {
        return new Commits(before, head, settingsRevision, entries, redactions, List.of(others));
    }

    Commit build() {
        return new Commit(head, before, settingsRevision, entries, redactions, List.of(), notifications, null);
    }
}
