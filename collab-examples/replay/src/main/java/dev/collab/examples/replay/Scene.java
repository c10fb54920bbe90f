package dev.collab.examples.replay;

import dev.collab.conversation.AgentEntry;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.EntryKind;
import java.util.Map;
import java.util.Optional;

/**
 * Is an entry of a timeline, reduced to what follows from the file.
 *
 * @param sequence its place in the timeline
 * @param kind what happened
 * @param actor the id of whoever did it
 * @param text what they said; empty for nothing
 * @param agent the id of the agent it happened to; empty for nobody
 * @param code how a collaboration came about, or how it or an invitation ended; empty for neither
 * @param toAssignee whether it is a note for the assignee only
 */
record Scene(
        long sequence,
        EntryKind kind,
        String actor,
        Optional<String> text,
        Optional<String> agent,
        Optional<String> code,
        boolean toAssignee) {
    private static final String ORIGIN = "origin";
    private static final String REASON = "reason";

    static Scene of(AgentEntry entry) {
        return entry.fold(
                message -> said(entry, EntryKind.CUSTOMER_MESSAGE, message.text(), false),
                reply -> said(entry, EntryKind.REPLY, reply.text(), false),
                note -> said(entry, EntryKind.NOTE, note.text(), note.audience() == Audience.ASSIGNEE),
                event -> new Scene(
                        event.sequence(),
                        event.kind(),
                        event.author().id(),
                        event.text(),
                        event.agent().map(AgentId::value),
                        code(event.facts()),
                        false));
    }

    private static Scene said(AgentEntry entry, EntryKind kind, Optional<String> text, boolean toAssignee) {
        return new Scene(
                entry.sequence(), kind, entry.author().id(), text, Optional.empty(), Optional.empty(), toAssignee);
    }

    /** Finds the code among the facts of an event. */
    static Optional<String> code(Map<String, String> facts) {
        return Optional.ofNullable(facts.getOrDefault(ORIGIN, facts.get(REASON)));
    }
}
