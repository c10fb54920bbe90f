package dev.collab.conversation;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.GroupId;
import dev.collab.model.InvitationEnd;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;

/** The rules of asking a group; one of its members answers as if they had been asked themselves. */
final class GroupInvitations {
    private GroupInvitations() {}

    static Outcome<Decision> invite(
            Conversation conversation,
            Standing adder,
            GroupId group,
            boolean someoneMayAccept,
            AddOptions options,
            String newId) {
        var text = options.question().flatMap(question -> Messages.problem(question, conversation.settings()));
        return TakingPart.allowed(conversation, Act.ADD, adder)
                .flatMap(allowed -> conversation.policy().groups().invite(adder, group, someoneMayAccept, options))
                .flatMap(addition -> text.isPresent()
                        ? Outcome.rejected(text.get())
                        : Outcome.done(TakingPart.carriedOut(conversation, adder.author(), addition, newId)));
    }

    static Outcome<Decision> withdraw(Conversation conversation, Standing by, GroupId group) {
        return conversation.allowed(Act.REMOVE, by).flatMap(allowed -> {
            var pending = conversation.policy().groups().pending(group);
            if (pending.isEmpty()) {
                return Outcome.rejected(Reason.INVITATION_OVER);
            }
            if (!TakingPart.mayRemove(by, pending.get().invitedBy())) {
                return Outcome.rejected(by.isSuspended() ? Reason.WRONG_STATE : Reason.NOT_PERMITTED);
            }
            var next = conversation.ended(pending.get(), InvitationEnd.WITHDRAWN, by.author(), null);
            return Outcome.done(Decision.of(next, next.newest()));
        });
    }
}
