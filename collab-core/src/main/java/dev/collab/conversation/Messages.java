package dev.collab.conversation;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Attachment;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.Collision;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.InboxSettings;
import dev.collab.model.Unicode;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules of what is written: by the customer, to the customer, and among agents. */
final class Messages {
    static final String MISSED = "missed";

    private Messages() {}

    static Outcome<Decision> open(
            InboxSettings settings,
            ConversationId id,
            CustomerId customer,
            OpenRequest request,
            Optional<Conversation> followed,
            Instant now) {
        var refused = problem(request.text(), settings).or(() -> notToFollow(customer, request, followed));
        if (refused.isPresent()) {
            return Outcome.rejected(refused.get());
        }
        var author = new Author(ActorKind.CUSTOMER, customer.value(), request.customerName());
        var opening = EntryFacts.write(Draft.of(EntryKind.OPENED, author), request.facts())
                .text(request.subject().orElse(null))
                .fact(EntryFacts.INBOX, request.inbox())
                .fact(EntryFacts.CHANNEL, request.channel())
                .fact(
                        EntryFacts.FOLLOW_UP_OF,
                        request.followUpOf()
                                .map(asked ->
                                        followed.map(one -> one.head().id()).orElse(asked))
                                .orElse(null))
                .placed(id, 0, 0, 1, now);
        var opened = Conversation.opened(settings, opening, now);
        return Outcome.done(posted(opened.with(message(author, request.text(), request.attachments()))));
    }

    /** What is not the customer's own does not exist, and what goes on needs no follow-up. */
    private static Optional<Reason> notToFollow(
            CustomerId customer, OpenRequest request, Optional<Conversation> followed) {
        if (request.followUpOf().isEmpty()) {
            return Optional.empty();
        }
        var own = followed.filter(one -> one.visibility().standing(customer).isPresent());
        if (own.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_CONVERSATION);
        }
        return own.get().head().status() == ConversationStatus.CLOSED
                ? Optional.empty()
                : Optional.of(Reason.WRONG_STATE);
    }

    static Outcome<Decision> write(
            Conversation conversation, Standing customer, String text, List<Attachment> attachments) {
        if (conversation.head().status() == ConversationStatus.CLOSED) {
            return Outcome.rejected(Reason.CONVERSATION_CLOSED);
        }
        var refused = problem(text, conversation.settings());
        if (refused.isPresent()) {
            return Outcome.rejected(refused.get());
        }
        var open = conversation.head().status() == ConversationStatus.RESOLVED
                ? LifeCycle.reopened(conversation, customer.author())
                : conversation;
        return Outcome.done(posted(open.with(message(customer.author(), text, attachments))));
    }

    static Outcome<Decision> reply(
            Conversation conversation, Standing agent, ReplyDraft draft, Optional<AgentProfile> assignee) {
        return allowed(conversation, Act.REPLY, agent, draft.text()).flatMap(allowed -> {
            boolean missed = draft.lastSeen()
                    .filter(seen -> conversation.head().counters().newestPublic() > seen)
                    .isPresent();
            var collision = conversation.settings().conversations().collision();
            if (missed && collision.get(conversation.head().channel()) == Collision.HOLD) {
                return Outcome.rejected(
                        Reason.HELD, new Missed(conversation.head().id(), List.of()));
            }
            var reply =
                    Draft.of(EntryKind.REPLY, agent.author()).text(draft.text()).attachments(draft.attachments());
            var next = conversation.with(presented(reply, conversation.settings(), agent, assignee));
            return Outcome.done(posted(next).with(MISSED, missed));
        });
    }

    static Outcome<Decision> note(
            Conversation conversation,
            Standing agent,
            NoteDraft draft,
            Function<AgentId, Optional<AgentProfile>> mentioned,
            String newId) {
        return allowed(conversation, Act.NOTE, agent, draft.text()).flatMap(allowed -> {
            var strangers = draft.named().stream()
                    .filter(named -> !isOnIt(conversation, named))
                    .sorted()
                    .toList();
            if (!strangers.isEmpty()) {
                return Outcome.rejected(Reason.NOT_ON_CONVERSATION, new Details.Agents(strangers));
            }
            var readers = new HashSet<>(draft.named());
            // Everybody reads their own words, also those addressed to others; AGENTS includes the author anyway.
            if (draft.audience() != Audience.AGENTS) {
                agent.profile().map(AgentProfile::id).ifPresent(readers::add);
            }
            var joined = Mentions.added(conversation, agent, draft.mentioned(), mentioned, newId);
            var next = joined.with(EntryFacts.mention(
                    Draft.of(EntryKind.NOTE, agent.author())
                            .text(draft.text())
                            .attachments(draft.attachments())
                            .audience(draft.audience(), readers),
                    draft.mentioned()));
            var blind = Mentions.blind(next, draft.mentioned(), mentioned);
            return blind.isEmpty()
                    ? Outcome.done(Decision.of(next, next.newest()))
                    : Outcome.rejected(Mentions.whyNot(next, blind, mentioned), new Details.Agents(blind));
        });
    }

    private static Outcome<Standing> allowed(Conversation conversation, Act act, Standing agent, String text) {
        return conversation
                .allowed(act, agent)
                .flatMap(allowed -> problem(text, conversation.settings())
                        .<Outcome<Standing>>map(Outcome::rejected)
                        .orElseGet(() -> Outcome.done(allowed)));
    }

    static boolean isOnIt(Conversation conversation, AgentId agent) {
        return agent.equals(conversation.head().assignee())
                || conversation.policy().collaborations().stream()
                        .map(Collaboration::agent)
                        .anyMatch(agent::equals);
    }

    /** The name the customer sees; frozen into the entry, so that a later change of people rewrites no history. */
    private static Draft presented(
            Draft reply, InboxSettings settings, Standing author, Optional<AgentProfile> assignee) {
        var named = switch (settings.conversations().identity()) {
            case ASSIGNEE -> assignee;
            case INBOX -> Optional.<AgentProfile>empty();
            case AUTHOR -> author.profile();
        };
        // Whose name it is stands beside it, so that it can be taken out again.
        return named.map(agent -> EntryFacts.presentedAs(reply, agent.id()).presentedAs(agent.publicName()))
                .orElseGet(() -> reply.presentedAs(settings.publicName()));
    }

    private static Draft message(Author author, String text, List<Attachment> attachments) {
        return Draft.of(EntryKind.CUSTOMER_MESSAGE, author).text(text).attachments(attachments);
    }

    private static Decision posted(Conversation next) {
        long customerSequence = next.head().counters().customerEntries() - 1;
        return Decision.of(next, next.newest()).with(Decision.CUSTOMER_SEQUENCE, customerSequence);
    }

    static Optional<Reason> problem(String text, InboxSettings settings) {
        if (text.isBlank()) {
            return Optional.of(Reason.TEXT_BLANK);
        }
        if (text.indexOf('\0') >= 0 || !Unicode.isWellFormed(text)) {
            return Optional.of(Reason.TEXT_MALFORMED);
        }
        return utf8Length(text) > settings.conversations().textLimit()
                ? Optional.of(Reason.TEXT_TOO_LONG)
                : Optional.empty();
    }

    /** Counted, not encoded: a text far over the limit costs no copy of itself. */
    private static long utf8Length(String text) {
        long length = 0;
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit < 0x80) {
                length += 1;
            } else if (unit < 0x800) {
                length += 2;
            } else if (Character.isSurrogate(unit)) {
                // Half of a pair, which takes four bytes together.
                length += 2;
            } else {
                length += 3;
            }
        }
        return length;
    }
}
