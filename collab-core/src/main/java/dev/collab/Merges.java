package dev.collab;

import dev.collab.Command.Intent;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.conversation.MergeLink;
import dev.collab.conversation.Timeline;
import dev.collab.internal.Fingerprint;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.MergedInto;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.Receipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.visibility.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Merges two conversations by two commands: one closes the source, one tells the target.
 *
 * <p>Whether it may be done is decided before the first; what the first left says all that the second needs. So whoever
 * repeats a merge that was cut completes it, however much later.
 */
final class Merges {
    private static final int PAGE = 500;

    private final Actor actor;
    private final Host host;
    private final Commands commands;

    Merges(Actor actor, Host host, Commands commands) {
        this.actor = actor;
        this.host = host;
        this.commands = commands;
    }

    /** Is who merges, under which key, and what they are to a conversation. */
    record Actor(
            ActorKind kind,
            String id,
            CommandKey key,
            Set<AgentId> people,
            BiFunction<Conversation, Host.People, Optional<Standing>> standing) {
        CommandRef on(ConversationId conversation, CommandKey drawn) {
            return new CommandRef(conversation, kind, id, drawn);
        }
    }

    Outcome<Merged> merge(ConversationId asked, ConversationId target) {
        return commands.oneMergeAtATime(() -> {
            var source = source(asked, target);
            var close = new Command(
                    actor.on(source, actor.key()),
                    Intent.of("merge", target),
                    head -> actor.people(),
                    (now, people) -> closed(now, people, target));
            return commands.run(close.staying()).map(closed -> Merged.of(source, completed(source)));
        });
    }

    /** What was merged into another one goes on there, also by merging; a repetition stays where it was. */
    private ConversationId source(ConversationId asked, ConversationId target) {
        var chain = new ArrayList<ConversationId>();
        Optional<ConversationId> next = Optional.of(asked);
        while (next.filter(one -> !chain.contains(one)).isPresent()) {
            var one = next.get();
            chain.add(one);
            var stored = host.conversations().load(one, actor.on(one, actor.key()));
            if (stored.map(StoredConversation::receipt).isPresent()) {
                return one;
            }
            next = stored.map(StoredConversation::head)
                    .map(ConversationHead::mergedInto)
                    .map(MergedInto::conversation);
        }
        int last = chain.size() - 1;
        if (chain.contains(target)) {
            return chain.get(Math.max(chain.indexOf(target) - 1, 0));
        }
        return chain.get(last > 0 && goesOnIn(asked, target) ? last - 1 : last);
    }

    private boolean goesOnIn(ConversationId source, ConversationId target) {
        var end = host.end(source).map(stored -> stored.head().id());
        return end.isPresent()
                && end.equals(host.end(target).map(stored -> stored.head().id()));
    }

    private Outcome<Decision> closed(Conversation source, Host.People people, ConversationId asked) {
        var by = actor.standing().apply(source, people);
        var target = host.end(asked).map(stored -> Conversation.of(stored.head(), stored.settings(), host.now()));
        // Asked again after this load, so that the answer is at least as new.
        var there = target.flatMap(one -> actor.standing().apply(one, host.find(actor.people())));
        if (by.isEmpty()) {
            return Outcome.rejected(Reason.UNKNOWN_CONVERSATION);
        }
        var id = source.head().id();
        boolean again = source.head().mergedInto() != null && !id.equals(asked) && goesOnIn(id, asked);
        return again ? source.mergeAgain(by.get(), target, there) : source.mergeInto(by.get(), target, there);
    }

    /** Whatever fails from here on leaves half a merge, which is no failure that changed nothing. */
    private Receipt completed(ConversationId source) {
        try {
            var link = link(source);
            var key = new CommandKey(Fingerprint.of(List.of(actor.key().value(), source.value())));
            var newId = commands.newId();
            return commands.run(new Command(
                            actor.on(link.into(), key),
                            Intent.of("merge from", source),
                            head -> link.agents(),
                            (now, people) ->
                                    Outcome.done(now.mergedFrom(link, later(link, now.head()), people::get, newId))))
                    .orElseThrow();
        } catch (RuntimeException failure) {
            throw new CommandOutcomeUnknownException(source, actor.key(), failure);
        }
    }

    private MergeLink link(ConversationId source) {
        var sequence = host.conversations()
                .load(source, null)
                .map(StoredConversation::head)
                .map(ConversationHead::mergedInto)
                .map(MergedInto::sequence)
                .orElseThrow();
        var scope = scope(sequence + 1);
        var read = host.conversations().read(new TimelineQuery(source, scope, Direction.ASCENDING, sequence, 1));
        return MergeLink.of(Timeline.only(source, scope, sequence, read).orElseThrow());
    }

    /** The link may stand in any conversation on the way to where it would be written now. */
    private List<TimelineEntry> later(MergeLink link, ConversationHead end) {
        var found = new ArrayList<TimelineEntry>();
        var next = link.into();
        long from = link.seen();
        while (!next.equals(end.id())) {
            var passed = host.conversations().load(next, null).orElseThrow().head();
            collect(link, passed, from, found);
            next = Optional.ofNullable(passed.mergedInto()).orElseThrow().conversation();
            from = 0;
        }
        collect(link, end, from, found);
        return found;
    }

    private void collect(MergeLink link, ConversationHead head, long from, List<TimelineEntry> found) {
        var scope = scope(head.counters().entries());
        for (long start = from; start < scope.until(); start += PAGE) {
            var query = new TimelineQuery(head.id(), scope, Direction.ASCENDING, start, PAGE);
            for (var entry : host.conversations().read(query)) {
                if (entry.sequence() < start + PAGE && link.concerns(entry)) {
                    found.add(entry);
                }
            }
        }
    }

    /** What a merge leaves is for all agents; nothing else is looked for, and nobody is shown it. */
    private static TimelineScope scope(long until) {
        return new TimelineScope(List.of(new Lane(AudienceKey.of(Audience.AGENTS), 0)), until, Numbering.AGENTS);
    }
}
