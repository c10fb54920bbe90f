package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
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
        }
        return next.head(entry);
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
                ConversationStatus.OPEN,
                null,
                0,
                List.of(),
                List.of(),
                EntryFacts.maybe(entry, EntryFacts.FOLLOW_UP_OF, ConversationId::new),
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
        private @Nullable AgentId assignee;
        private long assignedSequence;

        Next(ConversationHead before) {
            this.before = before;
            this.collaborations = new ArrayList<>(before.collaborations());
            this.invitations = new ArrayList<>(before.invitations());
            this.facts = before.facts();
            this.status = before.status();
            this.assignee = before.assignee();
            this.assignedSequence = before.assignedSequence();
        }

        void assign(@Nullable AgentId agent, TimelineEntry entry) {
            assignee = agent;
            assignedSequence = entry.sequence();
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
            // The customer sees the public entries and whether the conversation is open, and nothing else.
            boolean customerSees = isPublic || status != before.status();
            return new ConversationHead(
                    before.id(),
                    before.inbox(),
                    before.customer(),
                    before.customerName(),
                    before.channel(),
                    before.subject(),
                    facts,
                    status,
                    assignee,
                    assignedSequence,
                    collaborations,
                    invitations,
                    before.followUpOf(),
                    new Counters(
                            entry.revision(),
                            counted.entries() + 1,
                            counted.customerEntries() + (isPublic ? 1 : 0),
                            counted.customerVersion() + (customerSees ? 1 : 0),
                            isPublic ? entry.sequence() : counted.newestPublic()),
                    before.openedAt(),
                    isPublic ? entry.at() : before.lastActivityAt());
        }
    }
}
