package dev.collab;

import dev.collab.Command.Intent;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.conversation.ReplyDraft;
import dev.collab.notification.ReplyTokens.Claims;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;
import java.util.Set;

/** Makes what an agent writes with a token into what the token says, by the rules of every reply and note. */
final class Answers {
    private final Host host;
    private final AgentActs acts;
    private final AgentReads reads;

    Answers(Host host, AgentActs acts, AgentReads reads) {
        this.host = host;
        this.acts = acts;
        this.reads = reads;
    }

    Outcome<Answered> answer(Claims claims, String text) {
        return switch (claims.purpose()) {
            case REPLY -> reply(claims, text).map(Answered::of);
            case NOTE -> note(claims, text).map(Answered::of);
            case MESSAGE -> Outcome.rejected(Reason.UNKNOWN_TOKEN);
        };
    }

    private Outcome<Replied> reply(Claims claims, String text) {
        var draft = ReplyDraft.of(text).havingSeen(claims.sequence());
        return reads.replied(
                claims.conversation(),
                draft,
                acts.act(
                        claims.conversation(),
                        intent(claims, text),
                        AgentActs::assignee,
                        inTime(claims, AgentActs.replying(claims.conversation(), draft))));
    }

    private Outcome<Written> note(Claims claims, String text) {
        return acts.act(
                        claims.conversation(),
                        intent(claims, text),
                        Set.of(),
                        inTime(claims, (now, me, people) -> noted(now, me, claims, text)))
                .map(Written::of);
    }

    /** Nobody answers what they may not read any more. */
    private Outcome<Decision> noted(Conversation now, Standing me, Claims claims, String text) {
        return Reading.of(now, me)
                // After a merge the same place is another entry's.
                .filter(reading -> reading.head().id().equals(claims.conversation()))
                .flatMap(reading -> reading.entry(host, claims.sequence()))
                .map(entry -> now.answer(me, entry, text))
                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_ENTRY));
    }

    /** Not the token's letters: what it says is what makes a retry the same. */
    static Intent intent(Claims claims, String text) {
        return Intent.of("answer", claims.purpose(), claims.sequence(), text);
    }

    /** Asked last, so that the retry of what was done in time is answered as done. */
    private AgentActs.Rule inTime(Claims claims, AgentActs.Rule rule) {
        return (now, me, people) ->
                claims.isCurrent(host.now()) ? rule.decide(now, me, people) : Outcome.rejected(Reason.UNKNOWN_TOKEN);
    }
}
