package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules of merging: the source is closed first, then the target takes up what it left. */
final class Merging {
    static final String JOINED = "joined.";

    private Merging() {}

    /** Who may not do it to the source is told so before anybody looks for the target. */
    static Outcome<Decision> into(
            Conversation source, Standing by, Optional<Conversation> target, Optional<Standing> there) {
        return source.allowed(Act.MERGE, by).flatMap(allowed -> {
            if (target.isEmpty() || there.isEmpty()) {
                return Outcome.rejected(Reason.UNKNOWN_CONVERSATION);
            }
            var other = target.get();
            return other.allowed(Act.MERGE, there.get()).flatMap(both -> {
                if (source.head().id().equals(other.head().id())) {
                    return Outcome.rejected(Reason.WRONG_STATE);
                }
                return source.head().customer().equals(other.head().customer())
                        ? Outcome.done(closed(source, by, other))
                        : Outcome.rejected(Reason.OTHER_CUSTOMER);
            });
        });
    }

    /** Both are asked as if they were open, as they were when they were merged. */
    static Outcome<Decision> again(
            Conversation source, Standing by, Optional<Conversation> target, Optional<Standing> there) {
        return asOpen(source, by).flatMap(allowed -> {
            if (target.isEmpty() || there.isEmpty()) {
                return Outcome.rejected(Reason.UNKNOWN_CONVERSATION);
            }
            return asOpen(target.get(), there.get()).map(both -> Decision.of(source, source.newest()));
        });
    }

    private static Outcome<Standing> asOpen(Conversation conversation, Standing who) {
        return Act.MERGE
                .refusal(who, ConversationStatus.OPEN, conversation.settings().conversations())
                .<Outcome<Standing>>map(Outcome::rejected)
                .orElseGet(() -> Outcome.done(who));
    }

    private static Decision closed(Conversation source, Standing by, Conversation target) {
        var next = LifeCycle.withoutInvitations(source, by.author());
        var grants = next.policy().collaborations();
        for (var grant : grants) {
            next = next.ended(grant, EndReason.MERGED, by.author());
        }
        var link = new MergeLink(
                source.head().id(),
                target.head().id(),
                by.author(),
                target.newest() + 1,
                grants.stream()
                        .filter(grant -> grant.state() == CollaborationState.ACTIVE)
                        .map(MergeLink.Joining::of)
                        .toList());
        next = next.with(EntryFacts.write(Draft.of(EntryKind.MERGED_INTO, by.author()), link));
        return Decision.of(next, next.newest());
    }

    static Decision from(
            Conversation target,
            MergeLink link,
            List<TimelineEntry> later,
            Function<AgentId, Optional<AgentProfile>> people,
            String newId) {
        var known = later.stream().filter(link::isIn).findFirst();
        if (known.isPresent()) {
            return told(Decision.of(target, known.get().sequence()), known.get(), later);
        }
        var next = target.with(Draft.of(EntryKind.MERGED_FROM, link.by()).fact(EntryFacts.SOURCE, link.source()));
        long sequence = next.newest();
        // Closed in between, after the source was: the link stands, and nobody takes part in what is over.
        if (target.head().status() != ConversationStatus.CLOSED) {
            int number = 0;
            for (var one : link.joining()) {
                next = joined(next, link, sequence, one, people.apply(one.agent()), newId + "." + number++);
            }
        }
        var news = next.news();
        return told(Decision.of(next, sequence), entry(news, sequence), news);
    }

    private static Conversation joined(
            Conversation target,
            MergeLink link,
            long sequence,
            MergeLink.Joining one,
            Optional<AgentProfile> profile,
            String id) {
        return profile.flatMap(agent -> target.policy().merged(agent, one.level(), sequence, one.endsAt()))
                .map(grant -> TakingPart.started(
                        TakingPart.withoutInvitation(target, link.by(), one.agent()), link.by(), grant, id))
                .orElse(target);
    }

    private static TimelineEntry entry(List<TimelineEntry> entries, long sequence) {
        return entries.stream()
                .filter(entry -> entry.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    /** Who joined stands in the commit of the link, so that a repeat says the same. */
    private static Decision told(Decision decision, TimelineEntry link, List<TimelineEntry> entries) {
        ConversationId into = link.conversation();
        var told = decision.with(EntryFacts.INTO, into);
        int number = 0;
        for (var entry : entries) {
            if (EntryFacts.isMerged(entry)
                    && entry.conversation().equals(into)
                    && entry.revision() == link.revision()) {
                told = told.with(JOINED + number++, EntryFacts.need(entry, EntryFacts.AGENT));
            }
        }
        return told;
    }
}
