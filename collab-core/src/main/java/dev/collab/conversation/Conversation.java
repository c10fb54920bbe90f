package dev.collab.conversation;

import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Addition;
import dev.collab.collaboration.CollaborationPolicy;
import dev.collab.collaboration.CollaboratorField;
import dev.collab.collaboration.Lapse;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Attachment;
import dev.collab.model.Author;
import dev.collab.model.CandidateScope;
import dev.collab.model.CaseFacts;
import dev.collab.model.Collaboration;
import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.EndReason;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Invitation;
import dev.collab.model.InvitationEnd;
import dev.collab.model.Level;
import dev.collab.model.Notification;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Party;
import dev.collab.visibility.Standing;
import dev.collab.visibility.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is a live chat or an e-mail ticket, and carries the rules of its life.
 *
 * <p>The customer opens it, and it waits in the queue of its group until an agent claims it or is given it. The
 * assignee answers and may add collaborators, who read it, write notes or reply, each as far as their level goes. It
 * is resolved, reopened when the customer writes again, and one day closed, which is final. At any time it is open and
 * assigned, open and queued, resolved, or closed.
 *
 * <p>A value: every rule is a pure function of it and gives a {@link Decision} with another one, or a reason why not.
 * Whatever changes leaves its entries, and the new head is folded from them. Nothing is stored here.
 */
public final class Conversation {
    private static final Author LIBRARY = new Author(ActorKind.SYSTEM, "collab", "collab");

    private final @Nullable ConversationHead before;
    private final ConversationHead head;
    private final InboxSettings settings;
    private final Instant now;
    private final News news;

    private Conversation(
            @Nullable ConversationHead before, ConversationHead head, InboxSettings settings, Instant now, News news) {
        this.before = before;
        this.head = head;
        this.settings = settings;
        this.now = now;
        this.news = news;
    }

    /** What a commit will store besides the head. */
    private record News(
            List<TimelineEntry> entries,
            List<TimelineEntry> redactions,
            List<EndedCollaboration> ended,
            Map<InboxId, Long> restsOn) {
        static final News NONE = new News(List.of(), List.of(), List.of(), Map.of());

        News with(TimelineEntry entry) {
            return new News(and(entries, entry), redactions, ended, restsOn);
        }

        News withRedaction(TimelineEntry entry) {
            return new News(entries, and(redactions, entry), ended, restsOn);
        }

        News with(EndedCollaboration one) {
            return new News(entries, redactions, and(ended, one), restsOn);
        }

        /** What was decided by these settings counts only while they stand. */
        News restingOn(InboxSettings settings) {
            return new News(entries, redactions, ended, Map.of(settings.inbox(), settings.revision()));
        }

        private static <T> List<T> and(List<T> some, T one) {
            var more = new ArrayList<>(some);
            more.add(one);
            return List.copyOf(more);
        }
    }

    /**
     * Takes up a stored conversation.
     *
     * @param head the stored head
     * @param settings the settings of its inbox, of the same snapshot
     * @param now the time to decide for
     * @return the conversation with nothing new
     */
    public static Conversation of(ConversationHead head, InboxSettings settings, Instant now) {
        return new Conversation(head, head, settings, now, News.NONE);
    }

    /**
     * Lets a customer open a conversation.
     *
     * @param settings the settings of the inbox
     * @param id the new conversation
     * @param customer whose it is
     * @param request what they say
     * @param followed the conversation the request follows up; empty if none, or it does not exist
     * @param now the time to decide for
     * @return the decision, or why not: the text is refused, or what it follows is unknown or not closed
     */
    public static Outcome<Decision> open(
            InboxSettings settings,
            ConversationId id,
            CustomerId customer,
            OpenRequest request,
            Optional<Conversation> followed,
            Instant now) {
        return Messages.open(settings, id, customer, request, followed, now);
    }

    /**
     * Folds a timeline into the head it makes.
     *
     * @param entries all entries of one conversation, in order
     * @return the head
     * @throws IllegalStateException if they are no whole timeline
     */
    public static ConversationHead fold(List<TimelineEntry> entries) {
        ConversationHead head = null;
        for (var entry : entries) {
            head = HeadFold.apply(head, entry);
        }
        if (head == null) {
            throw new IllegalStateException("there is nothing to fold");
        }
        return head;
    }

    /** {@return the head, with everything that is new} */
    public ConversationHead head() {
        return head;
    }

    /** {@return the settings it is decided by} */
    public InboxSettings settings() {
        return settings;
    }

    /** {@return the entries that are new, in order} */
    public List<TimelineEntry> news() {
        return news.entries();
    }

    /** {@return who may see what of it, as it is now} */
    public Visibility visibility() {
        return Visibility.of(head, settings, now);
    }

    /** {@return who may be added to it, as it is now} */
    public CollaborationPolicy policy() {
        return CollaborationPolicy.of(head, settings, now);
    }

    /**
     * Writes down what has ended without an entry: grants of an older epoch or past their time, invitations past theirs.
     *
     * @return the conversation with those entries, which change nothing for any reader
     */
    public Conversation settled() {
        var next = this;
        for (var grant : head.collaborations()) {
            var lapse = Lapse.of(grant, settings, now);
            if (lapse.isPresent()) {
                next = next.ended(
                        grant, lapse.get().reason(), LIBRARY, lapse.get().at());
            }
        }
        for (var invitation : head.invitations()) {
            if (!invitation.isCurrent(settings.invitationEpoch(), now)) {
                next = next.ended(
                        invitation,
                        hasExpired(invitation) ? InvitationEnd.EXPIRED : InvitationEnd.CANCELLED,
                        LIBRARY,
                        null);
            }
        }
        return next;
    }

    /** Whichever came first ended it; if nothing says when the inbox was switched off, its time did. */
    private boolean hasExpired(Invitation invitation) {
        var since = settings.epochSince();
        boolean cancelledBefore = invitation.epoch() != settings.invitationEpoch()
                && since != null
                && !since.isBefore(invitation.invitedAt())
                && since.isBefore(invitation.expiresAt());
        return !now.isBefore(invitation.expiresAt()) && !cancelledBefore;
    }

    /**
     * Decides to store what was settled and nothing else.
     *
     * @return the decision
     */
    public Decision noted() {
        return Decision.of(this, newest());
    }

    /**
     * Lets the customer write; on a resolved conversation this reopens it.
     *
     * @param customer what they are to the conversation
     * @param text what they write
     * @param attachments the files that come with it
     * @return the decision, or why not
     */
    public Outcome<Decision> write(Standing customer, String text, List<Attachment> attachments) {
        return Messages.write(this, customer, text, attachments);
    }

    /**
     * Lets an agent answer the customer.
     *
     * @param agent what they are to the conversation
     * @param draft what they write
     * @param assignee what the directory knows of the assignee; empty if there is none
     * @return the decision, or why not
     */
    public Outcome<Decision> reply(Standing agent, ReplyDraft draft, Optional<AgentProfile> assignee) {
        return Messages.reply(this, agent, draft, assignee);
    }

    /**
     * Lets an agent write to agents.
     *
     * @param agent what they are to the conversation
     * @param draft what they write
     * @param mentioned what the directory knows of those the draft mentions
     * @param newId the beginning of the ids of collaborations that mentions make
     * @return the decision, or why not
     */
    public Outcome<Decision> note(
            Standing agent, NoteDraft draft, Function<AgentId, Optional<AgentProfile>> mentioned, String newId) {
        return Messages.note(this, agent, draft, mentioned, newId);
    }

    /**
     * Lets an agent answer a note with another one.
     *
     * @param agent what they are to the conversation
     * @param answered an entry they may read
     * @param text what they write
     * @return the decision, or why not; NOT_ON_CONVERSATION if nobody is left whom it could be for
     */
    public Outcome<Decision> answer(Standing agent, TimelineEntry answered, String text) {
        return Answering.note(this, agent, answered, text);
    }

    /**
     * Lets an agent take the conversation from its queue.
     *
     * @param agent what the directory knows of them
     * @return the decision, or why not; whoever was slower learns who was faster
     */
    public Outcome<Decision> claim(AgentProfile agent) {
        return LifeCycle.claim(this, agent);
    }

    /**
     * Hands the conversation to an agent.
     *
     * @param by who does it
     * @param id whom to hand it to
     * @param agent what the directory knows of them; empty if nothing
     * @param keepMe whether the assignee who does it stays as a collaborator, and the id of that collaboration
     * @return the decision, or why not
     */
    public Outcome<Decision> transfer(Standing by, AgentId id, Optional<AgentProfile> agent, Optional<String> keepMe) {
        return LifeCycle.transfer(this, by, id, agent, keepMe);
    }

    /**
     * Hands the conversation to the queue of a group.
     *
     * @param by who does it
     * @param group whose queue
     * @param hasMembers whether the directory knows an active agent of the group
     * @param keepMe whether the assignee who does it stays as a collaborator, and the id of that collaboration
     * @return the decision, or why not
     */
    public Outcome<Decision> transfer(Standing by, GroupId group, boolean hasMembers, Optional<String> keepMe) {
        return LifeCycle.transfer(this, by, group, hasMembers, keepMe);
    }

    /**
     * Puts the conversation back into its queue.
     *
     * @param by who does it
     * @return the decision, or why not
     */
    public Outcome<Decision> release(Standing by) {
        return LifeCycle.release(this, by);
    }

    /**
     * Declares the conversation answered.
     *
     * @param by who does it
     * @return the decision, or why not
     */
    public Outcome<Decision> resolve(Standing by) {
        return LifeCycle.resolve(this, by);
    }

    /**
     * Takes a resolved conversation up again.
     *
     * @param by who does it
     * @return the decision, or why not
     */
    public Outcome<Decision> reopen(Standing by) {
        return LifeCycle.reopen(this, by);
    }

    /**
     * Ends the conversation for good.
     *
     * @param by who does it
     * @return the decision, or why not
     */
    public Outcome<Decision> close(Standing by) {
        return LifeCycle.close(this, by);
    }

    /**
     * Changes the facts a policy looks at; grants stay as they are.
     *
     * @param by who does it
     * @param facts the facts as they shall be
     * @return the decision, or why not
     */
    public Outcome<Decision> changeCase(Standing by, CaseFacts facts) {
        return LifeCycle.changeCase(this, by, facts);
    }

    /**
     * Moves the conversation to another inbox, whose policy decides who stays.
     *
     * @param by who does it
     * @param to where
     * @param people what the directory knows of the assignee and the collaborators
     * @return the decision, or why not
     */
    public Outcome<Decision> move(Standing by, Destination to, Function<AgentId, Optional<AgentProfile>> people) {
        return Moving.move(this, by, to, people);
    }

    /**
     * Closes the conversation, to go on in another one.
     *
     * @param by who does it
     * @param target the other conversation; empty if there is none
     * @param there what they are to the other one; empty without access
     * @return the decision about this one, or why not
     */
    public Outcome<Decision> mergeInto(Standing by, Optional<Conversation> target, Optional<Standing> there) {
        return Merging.into(this, by, target, there);
    }

    /**
     * Lets somebody who could have merged the two complete what was cut.
     *
     * @param by who does it
     * @param target the conversation this one goes on in
     * @param there what they are to that one; empty without access
     * @return a decision with nothing new, or why not
     */
    public Outcome<Decision> mergeAgain(Standing by, Optional<Conversation> target, Optional<Standing> there) {
        return Merging.again(this, by, target, there);
    }

    /**
     * Takes up what a merged conversation left; access was decided when that one was closed.
     *
     * @param link what it left
     * @param later entries since then in which the link may stand already
     * @param people what the directory knows of those who are to join
     * @param newId the beginning of the ids of their collaborations
     * @return the decision; nothing is new if the link stands already
     */
    public Decision mergedFrom(
            MergeLink link, List<TimelineEntry> later, Function<AgentId, Optional<AgentProfile>> people, String newId) {
        return Merging.from(this, link, later, people, newId);
    }

    /**
     * Gives what the collaborator field shows.
     *
     * @param viewer what they are to the conversation
     * @return the field, hidden while collaboration is off
     */
    public CollaboratorField field(Standing viewer) {
        return TakingPart.field(this, viewer);
    }

    /**
     * Says whom somebody may add now.
     *
     * @param adder what they are to the conversation
     * @return the scope to search, or why nobody
     */
    public Outcome<CandidateScope> candidates(Standing adder) {
        return TakingPart.candidates(this, adder);
    }

    /**
     * Lets an agent add another one, or invite them if the policy says so.
     *
     * @param adder what they are to the conversation
     * @param id whom to add
     * @param candidate what the directory knows of them; empty if nothing
     * @param options how they are to be added
     * @param newId the id of the collaboration or invitation, if one is made
     * @return the decision, or why not
     */
    public Outcome<Decision> add(
            Standing adder, AgentId id, Optional<AgentProfile> candidate, AddOptions options, String newId) {
        return TakingPart.add(this, adder, id, candidate, options, newId);
    }

    /**
     * Lets an agent or an automation ask a group, of which one member can accept.
     *
     * @param adder what they are to the conversation
     * @param group whom to ask
     * @param someoneMayAccept whether the directory knows an agent who could accept
     * @param options how whoever accepts is to be added
     * @param newId the id of the invitation, if one is made
     * @return the decision, or why not
     */
    public Outcome<Decision> inviteGroup(
            Standing adder, GroupId group, boolean someoneMayAccept, AddOptions options, String newId) {
        return GroupInvitations.invite(this, adder, group, someoneMayAccept, options, newId);
    }

    /**
     * Takes the invitation of a group back.
     *
     * @param by who does it
     * @param group which group
     * @return the decision, or why not; INVITATION_OVER if none is pending
     */
    public Outcome<Decision> withdrawInvitation(Standing by, GroupId group) {
        return GroupInvitations.withdraw(this, by, group);
    }

    /**
     * Decides what adding somebody would come to, by the same rules as {@link #add}, and leaves it at that.
     *
     * @param adder what they are to the conversation
     * @param id whom they would add
     * @param candidate what the directory knows of them; empty if nothing
     * @param options how they would be added
     * @return what it would come to, or why not
     */
    public Outcome<Addition> proposed(
            Standing adder, AgentId id, Optional<AgentProfile> candidate, AddOptions options) {
        return TakingPart.proposed(this, adder, id, candidate, options);
    }

    /**
     * Says up to which level somebody may add now.
     *
     * @param adder what they are to the conversation
     * @return the highest level of the rules for this adder and case, or why they may add nobody
     */
    public Outcome<Level> highestLevel(Standing adder) {
        return TakingPart.highestLevel(this, adder);
    }

    /**
     * Says what somebody may not do now, and why not.
     *
     * @param viewer what they are to the conversation
     * @return a reason for each act they may not do; the others they may, as far as can be said without details
     */
    public Map<Act, Reason> refusals(Standing viewer) {
        var refusals = new EnumMap<Act, Reason>(Act.class);
        for (var act : Act.values()) {
            refusal(act, viewer).ifPresent(reason -> refusals.put(act, reason));
        }
        return refusals;
    }

    private Optional<Reason> refusal(Act act, Standing viewer) {
        Outcome<?> outcome = switch (act) {
            case ADD, CHANGE_LEVEL -> candidates(viewer);
            case JOIN ->
                policy().isOn()
                        ? allowed(act, viewer).flatMap(lead -> policy().join(lead))
                        : Outcome.rejected(Reason.COLLABORATION_OFF);
            case CLAIM ->
                head.assignee() == null
                        ? allowed(act, viewer)
                        : allowed(act, viewer)
                                .flatMap(any -> Outcome.rejected(
                                        viewer.is(Party.ASSIGNEE) ? Reason.ALREADY_ASSIGNEE : Reason.ALREADY_ASSIGNED));
            case RELEASE ->
                head.assignee() != null
                        ? allowed(act, viewer)
                        : allowed(act, viewer).flatMap(any -> Outcome.rejected(Reason.WRONG_STATE));
            case REPLY, NOTE, REMOVE, LEAVE, TRANSFER, RESOLVE, REOPEN, CLOSE, CHANGE_CASE, REDACT, MOVE, MERGE ->
                allowed(act, viewer);
        };
        return outcome.fold(any -> Optional.<Reason>empty(), no -> Optional.of(no.reason()));
    }

    /**
     * Lets somebody who could add a collaborator at a level give them that level.
     *
     * @param by what they are to the conversation
     * @param agent whose level
     * @param profile what the directory knows of the collaborator; empty if nothing
     * @param level the level they shall have
     * @return the decision, or why not
     */
    public Outcome<Decision> changeLevel(Standing by, AgentId agent, Optional<AgentProfile> profile, Level level) {
        return TakingPart.changeLevel(this, by, agent, profile, level);
    }

    /**
     * Finds the invitation an agent can answer.
     *
     * @param agent what the directory knows of them
     * @return the invitation; ALREADY_TAKEN if a colleague answered for their group, else INVITATION_OVER for those who
     *     read the conversation anyway
     */
    public Outcome<Invitation> invitation(AgentProfile agent) {
        return TakingPart.invitation(this, agent);
    }

    /**
     * Lets an invitee take part.
     *
     * @param agent what the directory knows of them
     * @param newId the id of the collaboration
     * @return the decision, or why not
     */
    public Outcome<Decision> accept(AgentProfile agent, String newId) {
        return TakingPart.accept(this, agent, newId);
    }

    /**
     * Lets an invitee refuse.
     *
     * @param agent what the directory knows of them
     * @param reason why, for the agents on the conversation; empty for no word
     * @return the decision, or why not
     */
    public Outcome<Decision> decline(AgentProfile agent, Optional<String> reason) {
        return TakingPart.decline(this, agent, reason);
    }

    /** {@return the agents whom others have added or invited, or who accept for a group, by what is new, in order} */
    public List<AgentId> newcomers() {
        return news.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.INVITED || EntryFacts.isAddition(entry))
                .flatMap(entry -> Stream.ofNullable(EntryFacts.maybe(entry, EntryFacts.AGENT, AgentId::new)))
                .toList();
    }

    /**
     * Lets a lead take part without being added.
     *
     * @param lead what they are to the conversation
     * @param newId the id of the collaboration, if one is made
     * @return the decision, or why not
     */
    public Outcome<Decision> join(Standing lead, String newId) {
        return TakingPart.join(this, lead, newId);
    }

    /**
     * Lets a collaborator leave.
     *
     * @param collaborator what they are to the conversation
     * @return the decision, or why not
     */
    public Outcome<Decision> leave(Standing collaborator) {
        return TakingPart.leave(this, collaborator);
    }

    /**
     * Takes a collaborator off the conversation, or an invitation back.
     *
     * @param by who does it
     * @param agent whom
     * @return the decision, or why not
     */
    public Outcome<Decision> remove(Standing by, AgentId agent) {
        return TakingPart.remove(this, by, agent);
    }

    /**
     * Takes over the beginning of a conversation that took place elsewhere.
     *
     * @param settings the settings of the inbox
     * @param history the conversation
     * @param lines its first lines, oldest first, a message or a reply among them
     * @param now the time to decide for
     * @return the decision, or why not; OUT_OF_ORDER if the lines go back in time
     */
    public static Outcome<Decision> imported(
            InboxSettings settings, ImportedConversation history, List<ImportedEntry> lines, Instant now) {
        return Imports.start(settings, history, lines, now);
    }

    /**
     * Takes over more of a conversation that took place elsewhere.
     *
     * @param history the conversation
     * @param from how many lines were taken over before
     * @param lines its next lines, oldest first
     * @return the decision, or why not; OUT_OF_ORDER if they do not go on where the last ones ended
     */
    public Outcome<Decision> importing(ImportedConversation history, long from, List<ImportedEntry> lines) {
        return Imports.goOn(this, history, from, lines);
    }

    /**
     * Takes back what an entry says; its place stays.
     *
     * @param by who does it
     * @param entry the entry, as they see it; empty if they see none
     * @return the decision, or why not; an entry without words changes nothing
     */
    public Outcome<Decision> redact(Standing by, Optional<TimelineEntry> entry) {
        return Redaction.redact(this, by, entry);
    }

    /**
     * Takes a person out of some entries.
     *
     * @param by the automation that does it
     * @param whose the customer of the conversation, or an agent
     * @param stored stored entries, those without a trace of the person among them
     * @param left collaborations that left the head before
     * @return the decision; without news if there was no trace
     */
    public Decision erase(Standing by, Erased whose, List<TimelineEntry> stored, List<EndedCollaboration> left) {
        return Redaction.erase(this, by, whose, stored, left);
    }

    /**
     * Makes the commit that stores what is new.
     *
     * @param notifications whom to tell
     * @param receipt what to remember of the command
     * @return the commit, to be stored as a whole
     */
    public Commit commit(List<Notification> notifications, @Nullable StoredReceipt receipt) {
        return new Commit(
                head,
                before,
                settings.revision(),
                news.restsOn(),
                news.entries(),
                news.redactions(),
                news.ended(),
                notifications,
                receipt);
    }

    Instant now() {
        return now;
    }

    /** What the table of acts says, for everything that is done to the conversation. */
    Outcome<Standing> allowed(Act act, Standing who) {
        return act.refusal(who, head.status(), settings.conversations())
                .<Outcome<Standing>>map(Outcome::rejected)
                .orElseGet(() -> Outcome.done(who));
    }

    static Conversation opened(InboxSettings settings, TimelineEntry opening, Instant now) {
        return new Conversation(null, HeadFold.apply(null, opening), settings, now, News.NONE.with(opening));
    }

    /** The only way anything changes: an entry is appended and the head folded on. */
    Conversation with(Draft draft) {
        var entry = draft.placed(head, before == null ? 1 : before.revision() + 1, now);
        return new Conversation(before, HeadFold.apply(head, entry), settings, now, news.with(entry));
    }

    /** The same conversation, decided by the settings of the inbox it has come to from here on. */
    Conversation under(InboxSettings others) {
        return new Conversation(before, head, others, now, news.restingOn(settings));
    }

    /** Something is taken away from a stored entry; the head is as if it had never been there. */
    Conversation replacing(TimelineEntry left) {
        return new Conversation(before, HeadFold.replaced(head, left), settings, now, news.withRedaction(left));
    }

    /** A collaboration that left the head before has other names. */
    Conversation replacing(EndedCollaboration renamed) {
        return new Conversation(before, head, settings, now, news.with(renamed));
    }

    /** The sequence of the newest entry. */
    long newest() {
        return head.counters().entries() - 1;
    }

    Conversation ended(Collaboration grant, EndReason reason, Author by, Instant at) {
        var ending = ending(grant, reason, by);
        return ended(grant, reason, isByPolicy(reason) ? ending.decidedOn(settings.revision()) : ending, at);
    }

    /** A policy decision ended it. */
    Conversation ended(Collaboration grant, EndReason reason, Author by, InboxSettings decidedBy) {
        return ended(grant, reason, ending(grant, reason, by).decidedOn(decidedBy.revision()), now);
    }

    private Conversation ended(Collaboration grant, EndReason reason, Draft ending, Instant at) {
        return with(ending).replacing(new EndedCollaboration(head.inbox(), head.id(), grant, reason, at));
    }

    /** What the inbox chose, and not somebody on the conversation, nor a time that was set when it began. */
    private static boolean isByPolicy(EndReason reason) {
        return switch (reason) {
            case RESOLVED, SWITCHED_OFF, OVER_LIMIT, MOVED -> true;
            case LEFT, REMOVED, BECAME_ASSIGNEE, CLOSED, TIME_BOX, MERGED -> false;
        };
    }

    private static Draft ending(Collaboration grant, EndReason reason, Author by) {
        return Draft.of(EntryKind.COLLABORATION_ENDED, by)
                .fact(EntryFacts.COLLABORATION, grant.id())
                .fact(EntryFacts.AGENT, grant.agent())
                .fact(EntryFacts.AGENT_NAME, grant.agentName())
                .fact(EntryFacts.REASON, reason);
    }

    Conversation ended(Collaboration grant, EndReason reason, Author by) {
        return ended(grant, reason, by, now);
    }

    Conversation ended(Invitation invitation, InvitationEnd end, Author by, @Nullable String text) {
        return with(Draft.of(EntryKind.INVITATION_ENDED, by)
                .text(text)
                .fact(EntryFacts.INVITER_KIND, invitation.invitedBy().kind())
                .fact(EntryFacts.INVITER, invitation.invitedBy().id())
                .fact(EntryFacts.INVITATION, invitation.id())
                .fact(EntryFacts.AGENT, invitation.agent())
                .fact(EntryFacts.GROUP, invitation.group())
                .fact(EntryFacts.REASON, end));
    }
}
