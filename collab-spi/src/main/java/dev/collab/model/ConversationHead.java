package dev.collab.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is the bounded present of a conversation: who works on it, and how much of it there is.
 *
 * <p>Folding the entries of the timeline gives the head, so it can always be checked. Adapters store every component
 * and return it as it was.
 *
 * @param id the conversation
 * @param inbox where it is
 * @param customer whose it is
 * @param customerName the customer's name as the host gave it
 * @param channel how the customer talks to us
 * @param subject what the customer wrote above a ticket; null if nothing
 * @param facts what a policy can look at
 * @param status where it is in its life
 * @param assignee the accountable agent; null while it waits in its group's queue
 * @param assignedSequence the entry that assigned or queued it last; 0 before the first
 * @param collaborations the active and suspended ones, oldest first; also those that are over without an entry yet
 * @param invitations the pending ones, oldest first; also those that are over without an entry yet
 * @param followUpOf the closed conversation this one follows; null if none
 * @param mergedInto the conversation it goes on in; null if none
 * @param counters how much there is of it
 * @param openedAt when the customer opened it
 * @param lastActivityAt when the last customer message or reply was written; nothing internal moves it
 */
public record ConversationHead(
        ConversationId id,
        InboxId inbox,
        CustomerId customer,
        String customerName,
        Channel channel,
        @Nullable String subject,
        CaseFacts facts,
        ConversationStatus status,
        @Nullable AgentId assignee,
        long assignedSequence,
        List<Collaboration> collaborations,
        List<Invitation> invitations,
        @Nullable ConversationId followUpOf,
        @Nullable MergedInto mergedInto,
        Counters counters,
        Instant openedAt,
        Instant lastActivityAt) {
    /**
     * Says where a conversation goes on.
     *
     * @param conversation the conversation it was merged into
     * @param sequence the entry that tells of it
     */
    public record MergedInto(ConversationId conversation, long sequence) {
        /** Checks the sequence. */
        public MergedInto {
            Checks.notNegative("sequence", sequence);
        }
    }

    /**
     * Counts what a conversation consists of.
     *
     * @param revision how many commits it has seen; 1 after the first
     * @param entries how many entries there are, which is the sequence of the next one
     * @param customerEntries how many of them the customer may see, which is the next customer sequence
     * @param customerVersion changes exactly when what the customer sees does
     * @param newestPublic the sequence of the last entry the customer may see
     */
    public record Counters(long revision, long entries, long customerEntries, long customerVersion, long newestPublic) {
        /** Checks the values. */
        public Counters {
            Checks.notNegative("revision", revision);
            Checks.notNegative("entries", entries);
            Checks.notNegative("customer entries", customerEntries);
            Checks.notNegative("customer version", customerVersion);
            Checks.notNegative("newest public", newestPublic);
        }
    }

    /** Copies the lists and checks the labels. */
    public ConversationHead {
        collaborations = List.copyOf(collaborations);
        invitations = List.copyOf(invitations);
        Checks.notNegative("assigned sequence", assignedSequence);
        Checks.label("customer's name", customerName, 200);
        if (subject != null) {
            Checks.label("subject", subject, 500);
        }
    }

    /** {@return how many commits it has seen} */
    public long revision() {
        return counters.revision();
    }

    /** {@return whether it waits in its group's queue} */
    public boolean isQueued() {
        return status == ConversationStatus.OPEN && assignee == null;
    }

    /**
     * Finds the collaboration of an agent, in force or over.
     *
     * @param agent the agent
     * @return empty if the head has none; never two
     */
    public Optional<Collaboration> collaborationOf(AgentId agent) {
        return collaborations.stream().filter(one -> one.agent().equals(agent)).findFirst();
    }
}
