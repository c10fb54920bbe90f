package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.EntryKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shows an agent one entry of the timeline. */
public sealed interface AgentEntry {
    /** {@return its place in the timeline; what the viewer may not see leaves gaps} */
    long sequence();

    /** {@return who caused it, by the name of then} */
    Author author();

    /** {@return when, to the millisecond; the order is that of the sequence} */
    Instant at();

    /**
     * The customer wrote.
     *
     * @param sequence its place in the timeline
     * @param author the customer
     * @param at when
     * @param text what they wrote; empty if it was redacted
     * @param attachments the files that came with it
     */
    record CustomerMessage(
            long sequence, Author author, Instant at, Optional<String> text, List<Attachment> attachments)
            implements AgentEntry {}

    /**
     * An agent answered the customer.
     *
     * @param sequence its place in the timeline
     * @param author who really wrote it
     * @param presentedName the name the customer sees
     * @param at when
     * @param text what they wrote; empty if it was redacted
     * @param attachments the files that came with it
     */
    record Reply(
            long sequence,
            Author author,
            String presentedName,
            Instant at,
            Optional<String> text,
            List<Attachment> attachments)
            implements AgentEntry {}

    /**
     * An agent wrote to agents.
     *
     * @param sequence its place in the timeline
     * @param author who wrote it
     * @param at when
     * @param audience for whom it is
     * @param named the agents it is for, and its author, if it is not for everyone
     * @param text what they wrote; empty if it was redacted
     * @param attachments the files that came with it
     */
    record Note(
            long sequence,
            Author author,
            Instant at,
            Audience audience,
            Set<AgentId> named,
            Optional<String> text,
            List<Attachment> attachments)
            implements AgentEntry {}

    /**
     * Something else happened: the conversation was assigned, a collaborator came or went.
     *
     * @param sequence its place in the timeline
     * @param author who caused it; the library itself for what ended by time or by the inbox's epoch
     * @param at when
     * @param kind what happened
     * @param agent the agent it happened to; empty if none
     * @param text the question of an invitation or the subject of a ticket; empty if there is none
     * @param facts further ids and codes, by name, as they are stored
     * @param settingsRevision the settings a policy decision rested on; empty if there was none
     */
    record Event(
            long sequence,
            Author author,
            Instant at,
            EntryKind kind,
            Optional<AgentId> agent,
            Optional<String> text,
            Map<String, String> facts,
            Optional<Long> settingsRevision)
            implements AgentEntry {}

    /**
     * Turns each case into one value.
     *
     * @param <R> the value's type
     * @param message what to make of a customer's message
     * @param reply what to make of a reply
     * @param note what to make of a note
     * @param event what to make of anything else
     * @return what the function of the case gave
     */
    default <R> R fold(
            Function<? super CustomerMessage, ? extends R> message,
            Function<? super Reply, ? extends R> reply,
            Function<? super Note, ? extends R> note,
            Function<? super Event, ? extends R> event) {
        if (this instanceof CustomerMessage one) {
            return message.apply(one);
        }
        if (this instanceof Reply one) {
            return reply.apply(one);
        }
        if (this instanceof Note one) {
            return note.apply(one);
        }
        return event.apply((Event) this);
    }
}
