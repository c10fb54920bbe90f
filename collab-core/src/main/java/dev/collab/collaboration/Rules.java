package dev.collab.collaboration;

import dev.collab.model.AddRule;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationHead;
import dev.collab.outcome.Details;
import dev.collab.visibility.Party;
import dev.collab.visibility.Standing;
import java.util.ArrayList;
import java.util.List;

/** Holds the rules of the policy against adders and one case, and says why each of them did not allow something. */
record Rules(ConversationHead head, CollaborationSettings policy) {
    /** Says of each rule why it did not allow it, given those that are for the candidate. */
    Details refusals(Standing adder, List<AddRule> matching) {
        var refusals = new ArrayList<RuleRefusal>();
        for (var rule : policy.rules()) {
            refusals.add(new RuleRefusal(rule.name(), cause(adder, matching, rule)));
        }
        return new RuleRefusals(refusals);
    }

    private RuleRefusal.Cause cause(Standing adder, List<AddRule> matching, AddRule rule) {
        if (!isFor(rule, adder)) {
            return RuleRefusal.Cause.ADDER;
        }
        if (!isForCase(rule)) {
            return RuleRefusal.Cause.CASE;
        }
        return matching.contains(rule) ? RuleRefusal.Cause.LEVEL : RuleRefusal.Cause.CANDIDATE;
    }

    boolean isForCase(AddRule rule) {
        return rule.when().matches(head.channel(), head.facts());
    }

    boolean isFor(AddRule rule, Standing adder) {
        boolean inGroup = rule.whoGroups().isEmpty()
                || adder.profile().stream()
                        .flatMap(agent -> agent.groups().stream())
                        .anyMatch(rule.whoGroups()::contains);
        return inGroup
                && rule.who().stream().anyMatch(who -> switch (who) {
                    case ASSIGNEE -> adder.is(Party.ASSIGNEE);
                    case COLLABORATOR -> adder.is(Party.COLLABORATOR) && !adder.isSuspended();
                    case SUPERVISOR -> adder.is(Party.SUPERVISOR);
                    case ADMIN -> adder.is(Party.ADMIN);
                    case ANY_AGENT -> adder.is(Party.INBOX_AGENT);
                    case SYSTEM -> adder.is(Party.SYSTEM);
                });
    }
}
