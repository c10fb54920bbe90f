package dev.collab.conversation;

import dev.collab.model.Audience;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Party;
import dev.collab.visibility.Standing;
import java.util.List;
import java.util.Optional;

/** The rules of taking words and names out of what was written; places and facts stay. */
final class Redaction {
    private Redaction() {}

    static Outcome<Decision> redact(Conversation conversation, Standing by, Optional<TimelineEntry> entry) {
        return conversation.allowed(Act.REDACT, by).flatMap(allowed -> {
            if (entry.isEmpty()) {
                return Outcome.rejected(Reason.UNKNOWN_ENTRY);
            }
            return refusal(conversation, by, entry.get())
                    .<Outcome<Decision>>map(Outcome::rejected)
                    .orElseGet(() -> Outcome.done(redacted(conversation, by, entry.get())));
        });
    }

    private static Optional<Reason> refusal(Conversation conversation, Standing by, TimelineEntry entry) {
        if (by.is(Party.ADMIN)) {
            return Optional.empty();
        }
        boolean own = entry.author().kind() == by.author().kind()
                && entry.author().id().equals(by.author().id());
        if (!own) {
            return Optional.of(Reason.NOT_PERMITTED);
        }
        if (by.isSuspended() && !by.is(Party.ASSIGNEE)) {
            return Optional.of(Reason.WRONG_STATE);
        }
        var window = conversation.settings().conversations().redactionWindow();
        return conversation.now().isBefore(entry.at().plus(window)) ? Optional.empty() : Optional.of(Reason.TOO_LATE);
    }

    private static Decision redacted(Conversation conversation, Standing by, TimelineEntry entry) {
        if (entry.text() == null && entry.attachments().isEmpty()) {
            return Decision.of(conversation, entry.sequence());
        }
        var told = EntryFacts.redacted(Draft.of(EntryKind.REDACTED, by.author()), entry)
                .audience(audience(entry), entry.readers());
        var next = conversation.replacing(entry.withoutContent()).with(told);
        return Decision.of(next, next.newest());
    }

    /** Whoever could not see the entry does not learn that there was one. */
    private static Audience audience(TimelineEntry entry) {
        return entry.audience() == Audience.PUBLIC ? Audience.AGENTS : entry.audience();
    }

    /**
     * Takes a person out of some entries.
     *
     * @param by the automation that does it
     * @param whose the customer of the conversation, or an agent
     * @param entries stored entries, those without a trace of the person among them
     * @param ended collaborations that left the head
     * @return a decision without news if there was no trace of them
     */
    static Decision erase(
            Conversation conversation,
            Standing by,
            Erased whose,
            List<TimelineEntry> entries,
            List<EndedCollaboration> ended) {
        var next = conversation;
        boolean seenByCustomer = false;
        boolean changed = false;
        for (var entry : entries) {
            var left = whose.takenFrom(entry, conversation.settings().publicName());
            if (!left.equals(entry)) {
                next = next.replacing(left);
                changed = true;
                seenByCustomer |= whose.changesForCustomer(entry, left);
            }
        }
        for (var one : ended) {
            var left = whose.takenFrom(one);
            if (!left.equals(one)) {
                next = next.replacing(left);
                changed = true;
            }
        }
        if (!changed) {
            return Decision.of(conversation, conversation.newest());
        }
        var draft = EntryFacts.erased(Draft.of(EntryKind.ERASED, by.author()), whose.kind(), whose.id());
        next = next.with(seenByCustomer ? EntryFacts.seenByCustomer(draft) : draft);
        return Decision.of(next, next.newest());
    }
}
