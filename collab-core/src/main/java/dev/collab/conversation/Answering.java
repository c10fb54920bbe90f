package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Party;
import dev.collab.visibility.Standing;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules of answering a note: another note, for nobody the first one was not for. */
final class Answering {
    private Answering() {}

    static Outcome<Decision> note(Conversation conversation, Standing agent, TimelineEntry answered, String text) {
        if (answered.kind() != EntryKind.NOTE) {
            return Outcome.rejected(Reason.UNKNOWN_ENTRY);
        }
        var draft = NoteDraft.of(text);
        return switch (answered.audience()) {
            case AGENTS -> written(conversation, agent, draft);
            // Whoever has the role now reads it; from them the answer goes back to the author alone.
            case ASSIGNEE ->
                agent.is(Party.ASSIGNEE)
                        ? named(
                                conversation,
                                agent,
                                draft,
                                Set.of(new AgentId(answered.author().id())))
                        : written(conversation, agent, draft.toAssignee());
            case NAMED -> named(conversation, agent, draft, answered.readers());
            case PUBLIC -> throw new IllegalStateException("a note is never " + Audience.PUBLIC);
        };
    }

    private static Outcome<Decision> named(
            Conversation conversation, Standing agent, NoteDraft draft, Set<AgentId> readers) {
        var others = new TreeSet<>(readers);
        others.removeIf(agent::isAgent);
        var present = others.stream()
                .filter(other -> Messages.isOnIt(conversation, other))
                .toArray(AgentId[]::new);
        return conversation
                .allowed(Act.NOTE, agent)
                .flatMap(allowed -> present.length == 0
                        ? Outcome.rejected(
                                Reason.NOT_ON_CONVERSATION,
                                new Details.Agents(others.stream().toList()))
                        : written(conversation, agent, draft.to(present)));
    }

    private static Outcome<Decision> written(Conversation conversation, Standing agent, NoteDraft draft) {
        // It mentions nobody, so nobody is asked about and nobody added.
        return Messages.note(conversation, agent, draft, mentioned -> Optional.empty(), "");
    }
}
