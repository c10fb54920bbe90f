package dev.collab.conversation;

import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Addition;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CollaborationOrigin;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The rules of mentioning: whoever is mentioned can read it, or the note is refused. */
final class Mentions {
    private Mentions() {}

    /** Adds those without access, if the inbox wants that, by the rules of every add. */
    static Conversation added(
            Conversation conversation,
            Standing author,
            Collection<AgentId> mentioned,
            Function<AgentId, Optional<AgentProfile>> profiles,
            String newId) {
        if (!conversation.settings().collaboration().mentionAdds()) {
            return conversation;
        }
        var next = conversation;
        int number = 0;
        // In one order, or it would be left to chance whom a limit refuses.
        for (var agent : new TreeSet<>(mentioned)) {
            var profile = profiles.apply(agent);
            boolean reads = profile.flatMap(next.visibility()::standing).isPresent();
            if (!reads) {
                var id = newId + "." + number++;
                var before = next;
                next = TakingPart.addition(before, author, agent, profile, AddOptions.NONE)
                        .fold(
                                addition -> addition instanceof Addition.Grant grant
                                        ? TakingPart.started(
                                                TakingPart.withoutInvitation(before, author.author(), agent),
                                                author.author(),
                                                grant.as(CollaborationOrigin.MENTIONED),
                                                id)
                                        : before,
                                refused -> before);
            }
        }
        return next;
    }

    /** Those who could not read the newest entry; the same decision as for every reader. */
    static List<AgentId> blind(
            Conversation conversation,
            Collection<AgentId> mentioned,
            Function<AgentId, Optional<AgentProfile>> profiles) {
        if (mentioned.isEmpty()) {
            return List.of();
        }
        var news = conversation.news();
        var note = news.get(news.size() - 1);
        var visibility = conversation.visibility();
        return mentioned.stream()
                .filter(agent -> profiles.apply(agent)
                        .flatMap(visibility::standing)
                        .flatMap(visibility::scope)
                        .filter(scope -> scope.admits(note))
                        .isEmpty())
                .sorted()
                .toList();
    }

    /** Where a mention is a way to add, it is shut like every other one while collaboration is off. */
    static Reason whyNot(
            Conversation conversation, List<AgentId> blind, Function<AgentId, Optional<AgentProfile>> profiles) {
        boolean shut = conversation.settings().collaboration().mentionAdds()
                && !conversation.policy().isOn()
                && blind.stream()
                        .anyMatch(agent -> profiles.apply(agent)
                                .flatMap(conversation.visibility()::standing)
                                .isEmpty());
        return shut ? Reason.COLLABORATION_OFF : Reason.MENTION_REFUSED;
    }
}
