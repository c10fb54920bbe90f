package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationHead.MergedInto;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the head from the entries; the only code that does.
 *
 * <p>A decision appends entries and takes the head this gives, so what the head says can be read in the timeline.
 */
final class HeadFold {
    private HeadFold() {}

    static ConversationHead apply(@Nullable ConversationHead head, TimelineEntry entry) {
        if (head == null) {
            if (entry.kind() != EntryKind.OPENED) {
                throw new IllegalStateException("conversation " + entry.conversation() + " does not start with OPENED");
            }
            return opened(entry);
        }
        var next = new Next(head);
        switch (entry.kind()) {
            case OPENED -> throw new IllegalStateException("conversation " + head.id() + " was opened twice");
            case CUSTOMER_MESSAGE, REPLY, NOTE -> next.wrote(entry);
            case ASSIGNED -> next.assign(new AgentId(EntryFacts.need(entry, EntryFacts.AGENT)), entry);
            case QUEUED -> {
                next.assign(null, entry);
                next.facts = head.facts().withGroup(EntryFacts.maybe(entry, EntryFacts.GROUP, GroupId::new));
            }
            case COLLABORATION_STARTED -> next.collaborations.add(EntryFacts.collaboration(entry));
            case LEVEL_CHANGED ->
                next.change(entry, grant -> grant.withLevel(Level.valueOf(EntryFacts.need(entry, EntryFacts.LEVEL))));
            case COLLABORATION_SUSPENDED -> next.change(entry, grant -> grant.withState(CollaborationState.SUSPENDED));
            case COLLABORATION_RESUMED -> next.change(entry, grant -> grant.withState(CollaborationState.ACTIVE));
            case COLLABORATION_ENDED -> next.collaborations.removeIf(grant -> isAbout(entry, grant));
            case INVITED -> next.invitations.add(EntryFacts.invitation(entry));
            case INVITATION_ENDED ->
                next.invitations.removeIf(
                        invitation -> invitation.id().value().equals(EntryFacts.need(entry, EntryFacts.INVITATION)));
            case CASE_CHANGED -> next.facts = EntryFacts.caseFacts(entry);
            case RESOLVED -> next.status = ConversationStatus.RESOLVED;
            case REOPENED -> next.status = ConversationStatus.OPEN;
            case CLOSED -> next.status = ConversationStatus.CLOSED;
            case MOVED -> next.move(entry);
            case MERGED_INTO -> {
                next.status = ConversationStatus.CLOSED;
                next.mergedInto =
                        new MergedInto(new ConversationId(EntryFacts.need(entry, EntryFacts.INTO)), entry.sequence());
            }
            case MERGED_FROM, REDACTED, ERASED -> {
                // What they took away is missing in the entries it stood in: see replaced.
            }
        }
        return next.head(entry);
    }

    /** The head as if an entry had always been what is left of it: the same but for names and words. */
    static ConversationHead replaced(ConversationHead head, TimelineEntry entry) {
        var next = new Next(head);
        switch (entry.kind()) {
            case OPENED -> {
                next.customerName = entry.author().name();
                next.subject = entry.text();
            }
            case COLLABORATION_STARTED -> {
                var renamed = EntryFacts.collaboration(entry);
                next.change(entry, grant -> grant.withNames(renamed.agentName(), renamed.addedBy()));
            }
            case INVITED -> {
                var renamed = EntryFacts.invitation(entry);
                next.invitations.replaceAll(one -> one.id().equals(renamed.id()) ? renamed : one);
            }
            case CUSTOMER_MESSAGE,
                    REPLY,
                    NOTE,
                    ASSIGNED,
                    QUEUED,
                    LEVEL_CHANGED,
                    COLLABORATION_SUSPENDED,
                    COLLABORATION_RESUMED,
                    COLLABORATION_ENDED,
                    INVITATION_ENDED,
                    CASE_CHANGED,
                    RESOLVED,
                    REOPENED,
                    CLOSED,
                    MOVED,
                    MERGED_INTO,
                    MERGED_FROM,
                    REDACTED,
                    ERASED -> {
                // The head has neither names nor words of these.
            }
        }
        return next.head(head.counters(), head.lastActivityAt());
    }

    private static ConversationHead opened(TimelineEntry entry) {
        return new ConversationHead(
                entry.conversation(),
                new InboxId(EntryFacts.need(entry, EntryFacts.INBOX)),
                new CustomerId(entry.author().id()),
                entry.author().name(),
                Channel.valueOf(EntryFacts.need(entry, EntryFacts.CHANNEL)),
                entry.text(),
                EntryFacts.caseFacts(entry),
                // Nobody is to take from a queue what is not all there yet.
                EntryFacts.isImported(entry) ? ConversationStatus.RESOLVED : ConversationStatus.OPEN,
                null,
                0,
                List.of(),
                List.of(),
                EntryFacts.maybe(entry, EntryFacts.FOLLOW_UP_OF, ConversationId::new),
                null,
                new Counters(entry.revision(), 1, 0, 0, 0),
                entry.at(),
                entry.at());
    }

    private static boolean isAbout(TimelineEntry entry, Collaboration grant) {
        return grant.id().value().equals(EntryFacts.need(entry, EntryFacts.COLLABORATION));
    }

    /** The parts of a head an entry can change. */
    private static final class Next {
        private final ConversationHead before;
        private final List<Collaboration> collaborations;
        private final List<Invitation> invitations;
        private CaseFacts facts;
        private ConversationStatus status;
        private InboxId inbox;
        private String customerName;
        private @Nullable String subject;
        private @Nullable MergedInto mergedInto;
        private @Nullable AgentId assignee;
        private long assignedSequence;

        Next(ConversationHead before) {
            this.before = before;
            this.collaborations = new ArrayList<>(before.collaborations());
            this.invitations = new ArrayList<>(before.invitations());
            this.inbox = before.inbox();
            this.customerName = before.customerName();
            this.subject = before.subject();
            this.mergedInto = before.mergedInto();
            this.facts = before.facts();
            this.status = before.status();
            this.assignee = before.assignee();
            this.assignedSequence = before.assignedSequence();
        }

        void assign(@Nullable AgentId agent, TimelineEntry entry) {
            assignee = agent;
            assignedSequence = entry.sequence();
        }

        /** Whoever stays, stays in the epoch of the new inbox. */
        void move(TimelineEntry entry) {
            inbox = new InboxId(EntryFacts.need(entry, EntryFacts.INBOX));
            facts = facts.withGroup(EntryFacts.maybe(entry, EntryFacts.GROUP, GroupId::new));
            long epoch = Long.parseLong(EntryFacts.need(entry, EntryFacts.EPOCH));
            collaborations.replaceAll(grant -> grant.withEpoch(epoch));
        }

        void change(TimelineEntry entry, UnaryOperator<Collaboration> change) {
            collaborations.replaceAll(grant -> isAbout(entry, grant) ? change.apply(grant) : grant);
        }

        void wrote(TimelineEntry entry) {
            collaborations.replaceAll(grant -> {
                if (!entry.author().isAgent(grant.agent())) {
                    return grant;
                }
                var work = grant.work();
                return grant.withWork(
                        entry.kind() == EntryKind.REPLY ? work.plusReply(entry.at()) : work.plusNote(entry.at()));
            });
        }

        ConversationHead head(TimelineEntry entry) {
            var counted = before.counters();
            boolean isPublic = entry.kind().isPublic();
            // The customer sees the public entries, what is taken from them, and whether the conversation is open.
            boolean customerSees = isPublic || status != before.status() || EntryFacts.isSeenByCustomer(entry);
            var counters = new Counters(
                    entry.revision(),
                    counted.entries() + 1,
                    counted.customerEntries() + (isPublic ? 1 : 0),
                    counted.customerVersion() + (customerSees ? 1 : 0),
                    isPublic ? entry.sequence() : counted.newestPublic());
            return head(counters, isPublic ? entry.at() : before.lastActivityAt());
        }

        ConversationHead head(Counters counters, Instant lastActivityAt) {
            return new ConversationHead(
                    before.id(),
                    inbox,
                    before.customer(),
                    customerName,
                    before.channel(),
                    subject,
                    facts,
                    status,
                    assignee,
                    assignedSequence,
                    collaborations,
                    invitations,
                    before.followUpOf(),
                    mergedInto,
                    counters,
                    before.openedAt(),
                    lastActivityAt);
        }
    }
}
