package dev.collab.conversation;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The rules of taking over a conversation that took place elsewhere.
 *
 * <p>It is resolved until somebody reopens it, so that nobody works on half of it, and nobody is told of what is old.
 */
final class Imports {
    static final String NEXT = "next";

    private Imports() {}

    static Outcome<Decision> start(
            InboxSettings settings, ImportedConversation history, List<ImportedEntry> lines, Instant now) {
        var customer = new Author(ActorKind.CUSTOMER, history.customer().value(), history.customerName());
        var openedAt = history.openedAt().truncatedTo(ChronoUnit.MILLIS);
        if (openedAt.isAfter(now)) {
            throw new InvalidArgumentException("opened at", "must not be in the future");
        }
        if (lines.stream().allMatch(line -> line instanceof ImportedEntry.Note)) {
            throw new InvalidArgumentException("lines", "must begin with a batch that has a message or a reply");
        }
        var opening = EntryFacts.imported(EntryFacts.write(Draft.of(EntryKind.OPENED, customer), history.facts()))
                .text(history.subject().orElse(null))
                .fact(EntryFacts.INBOX, history.inbox())
                .fact(EntryFacts.CHANNEL, history.channel())
                .at(openedAt)
                .placed(history.id(), 0, 0, 1, now);
        return appended(Conversation.opened(settings, opening, now), 0, openedAt, history, lines);
    }

    static Outcome<Decision> goOn(
            Conversation conversation, ImportedConversation history, long from, List<ImportedEntry> lines) {
        if (conversation.head().status() != ConversationStatus.RESOLVED) {
            return Outcome.rejected(Reason.WRONG_STATE);
        }
        // Everything behind the opening is a line, as long as nothing else has happened.
        long next = conversation.newest();
        return from == next
                ? appended(conversation, from, conversation.head().lastActivityAt(), history, lines)
                : Outcome.rejected(Reason.OUT_OF_ORDER, new AtLine(next));
    }

    private static Outcome<Decision> appended(
            Conversation conversation,
            long from,
            Instant notBefore,
            ImportedConversation history,
            List<ImportedEntry> lines) {
        var next = conversation;
        var last = notBefore;
        long number = from;
        for (var line : lines) {
            var at = line.at().truncatedTo(ChronoUnit.MILLIS);
            if (at.isBefore(last) || at.isAfter(conversation.now())) {
                return Outcome.rejected(Reason.OUT_OF_ORDER, new AtLine(number));
            }
            var refused = Messages.problem(line.text(), conversation.settings());
            if (refused.isPresent()) {
                return Outcome.rejected(refused.get(), new AtLine(number));
            }
            next = next.with(EntryFacts.imported(draft(line, history))
                    .text(line.text())
                    .attachments(line.attachments())
                    .at(at));
            last = at;
            number++;
        }
        return Outcome.done(Decision.of(next, from + 1).with(NEXT, number));
    }

    private static Draft draft(ImportedEntry line, ImportedConversation history) {
        if (line instanceof ImportedEntry.Reply reply) {
            return Draft.of(EntryKind.REPLY, agent(reply.author(), reply.authorName()))
                    .presentedAs(agent(reply.author(), reply.presentedName()).name());
        }
        if (line instanceof ImportedEntry.Note note) {
            return Draft.of(EntryKind.NOTE, agent(note.author(), note.authorName()));
        }
        return Draft.of(
                EntryKind.CUSTOMER_MESSAGE,
                new Author(ActorKind.CUSTOMER, history.customer().value(), history.customerName()));
    }

    private static Author agent(AgentId id, String name) {
        return new Author(ActorKind.AGENT, id.value(), name);
    }
}
