package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/** The rules of moving to another inbox, whose policy decides who stays. */
final class Moving {
    static final String LEFT = "left.";
    static final String ASSIGNEE_STAYS = "assignee-stays";

    private Moving() {}

    static Outcome<Decision> move(
            Conversation conversation, Standing by, Destination to, Function<AgentId, Optional<AgentProfile>> people) {
        return conversation.allowed(Act.MOVE, by).flatMap(allowed -> {
            if (to.settings().inbox().equals(conversation.head().inbox())) {
                return Outcome.rejected(Reason.WRONG_STATE);
            }
            if (!to.isLed()) {
                return Outcome.rejected(Reason.INBOX_UNAVAILABLE);
            }
            return to.hasMembers()
                    ? Outcome.done(moved(conversation, by, to, people))
                    : Outcome.rejected(Reason.GROUP_UNAVAILABLE);
        });
    }

    private static Decision moved(
            Conversation conversation, Standing by, Destination to, Function<AgentId, Optional<AgentProfile>> people) {
        var settings = to.settings();
        var arrival = Draft.of(EntryKind.MOVED, by.author())
                .fact(EntryFacts.INBOX, settings.inbox())
                .fact(EntryFacts.GROUP, to.group().orElse(null))
                .fact(EntryFacts.EPOCH, settings.epoch())
                .decidedOn(settings.revision());
        var next = LifeCycle.withoutInvitations(conversation, by.author());
        // Tried out, as the policy there has to see it there; who has to go leaves before it goes.
        var there = next.with(arrival).under(settings);
        var staying = there.policy().staying(people);
        var left = new ArrayList<AgentId>();
        for (var grant : next.policy().collaborations()) {
            if (!staying.contains(grant.agent())) {
                next = next.ended(grant, EndReason.MOVED, by.author(), settings);
                left.add(grant.agent());
            }
        }
        next = next.with(arrival).under(settings);
        long sequence = next.newest();
        var assignee = Optional.ofNullable(conversation.head().assignee());
        boolean stays = assignee.flatMap(people)
                .filter(there.visibility()::mayBeAssigned)
                .isPresent();
        if (assignee.isPresent() && !stays) {
            next = LifeCycle.queued(next, to.group().orElse(null), by.author()).conversation();
        }
        var decision = Decision.of(next, sequence).with(ASSIGNEE_STAYS, stays);
        for (int number = 0; number < left.size(); number++) {
            decision = decision.with(LEFT + number, left.get(number));
        }
        return decision;
    }
}
