package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.TimelineEntry;
import java.util.Objects;
import java.util.Optional;

/** Turns stored entries into what agents and the customer are shown; the only code that does. */
final class Entries {
    private Entries() {}

    static AgentEntry forAgent(TimelineEntry entry) {
        var text = Optional.ofNullable(entry.text());
        return switch (entry.kind()) {
            case CUSTOMER_MESSAGE ->
                new AgentEntry.CustomerMessage(entry.sequence(), entry.author(), entry.at(), text, entry.attachments());
            case REPLY ->
                new AgentEntry.Reply(
                        entry.sequence(), entry.author(), presentedName(entry), entry.at(), text, entry.attachments());
            case NOTE ->
                new AgentEntry.Note(
                        entry.sequence(),
                        entry.author(),
                        entry.at(),
                        entry.audience(),
                        entry.readers(),
                        text,
                        entry.attachments());
            case OPENED,
                    ASSIGNED,
                    QUEUED,
                    COLLABORATION_STARTED,
                    LEVEL_CHANGED,
                    COLLABORATION_SUSPENDED,
                    COLLABORATION_RESUMED,
                    COLLABORATION_ENDED,
                    INVITED,
                    INVITATION_ENDED,
                    CASE_CHANGED,
                    RESOLVED,
                    REOPENED,
                    CLOSED,
                    MOVED,
                    MERGED_INTO,
                    MERGED_FROM,
                    REDACTED,
                    ERASED ->
                new AgentEntry.Event(
                        entry.sequence(),
                        entry.author(),
                        entry.at(),
                        entry.kind(),
                        Optional.ofNullable(EntryFacts.maybe(entry, EntryFacts.AGENT, AgentId::new)),
                        text,
                        entry.facts(),
                        Optional.ofNullable(entry.settingsRevision()));
        };
    }

    /** Throws rather than makes something up: what is not for the customer has no customer sequence. */
    static CustomerEntry forCustomer(TimelineEntry entry) {
        var sequence = entry.customerSequence();
        if (!entry.kind().isPublic() || sequence == null) {
            throw new IllegalStateException("entry " + entry.sequence() + " of conversation " + entry.conversation()
                    + " (" + entry.kind() + ") is not for the customer");
        }
        var text = Optional.ofNullable(entry.text());
        return entry.presentedName() == null
                ? new CustomerEntry.Message(sequence, entry.at(), text, entry.attachments())
                : new CustomerEntry.Reply(sequence, entry.presentedName(), entry.at(), text, entry.attachments());
    }

    private static String presentedName(TimelineEntry entry) {
        return Objects.requireNonNull(entry.presentedName());
    }
}
