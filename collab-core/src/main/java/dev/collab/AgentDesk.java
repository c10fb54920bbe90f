package dev.collab;

import dev.collab.Command.Intent;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.AgentView;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.conversation.ReplyDraft;
import dev.collab.conversation.Slice;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.Level;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.visibility.Party;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Is where an agent acts and reads.
 *
 * <p>At each call the directory is asked who the agent is now. A conversation the agent has no access to is answered
 * like one that does not exist. While the directory does not answer, every call throws
 * {@link DirectoryUnavailableException} and changes nothing.
 */
public final class AgentDesk {
    private final AgentId agent;
    private final Host host;
    private final AgentActs acts;
    private final AgentReads reads;

    AgentDesk(AgentId agent, Host host, Commands commands, @Nullable CommandKey key) {
        this.agent = agent;
        this.host = host;
        this.acts = new AgentActs(agent, host, commands, key);
        this.reads = new AgentReads(agent, host);
    }

    /**
     * Gives the key of the next command.
     *
     * @param given the same for a command and its retries, different from all others of this agent
     * @return a desk for this one command
     */
    public AgentDesk keyed(CommandKey given) {
        return acts.keyed(given);
    }

    /**
     * Reads a conversation besides its timeline.
     *
     * @param conversation which conversation
     * @return what the agent sees, with the collaborator field
     */
    public Outcome<AgentView> view(ConversationId conversation) {
        return reads.view(conversation);
    }

    /**
     * Reads a page of the timeline.
     *
     * @param conversation which conversation
     * @param page which page
     * @return what the agent may see, oldest first
     */
    public Outcome<Slice<AgentEntry>> timeline(ConversationId conversation, Page page) {
        return reads.timeline(conversation, page);
    }

    /**
     * Exports a conversation: everything the agent may see of it at this moment, oldest first.
     *
     * <p>Held in memory is a page at a time. What is written meanwhile is not in it.
     *
     * @param conversation which conversation
     * @param notes whether the notes they may see are in it
     * @param to takes each entry; what it throws ends the export
     * @return what the agent sees besides the timeline, after the last entry; or why not, then nothing was exported
     */
    public Outcome<AgentView> export(ConversationId conversation, ExportNotes notes, Consumer<AgentEntry> to) {
        return reads.export(conversation, notes, to);
    }

    /**
     * Sorts out which entries the agent may see, for the host's own search and streams.
     *
     * <p>Costs a load for each conversation among them and one read for all entries.
     *
     * @param entries which, at most 1,000; those that do not exist may be among them
     * @return those the agent may see now, in the order asked for, each once
     */
    public Set<EntryRef> visible(List<EntryRef> entries) {
        return reads.visible(entries);
    }

    /**
     * Reads what is known of a file.
     *
     * @param conversation which conversation
     * @param sequence the entry the file came with
     * @param attachment which file
     * @return the file, to those who see its entry; to others it does not exist
     */
    public Outcome<Attachment> attachment(ConversationId conversation, long sequence, AttachmentId attachment) {
        return reads.reading(conversation).flatMap(reading -> reading.attachment(host, sequence, attachment));
    }

    /**
     * Reads a page of a list of conversations, the one with the newest customer message or reply first.
     *
     * @param list which list
     * @param page which page
     * @return what the agent may see, with previews and what is unread; empty for agents who are not active
     */
    public ListPage<AgentRow> conversations(ListKind list, ListRequest page) {
        return reads.conversations(list, page);
    }

    /**
     * Says that the agent has read a conversation up to an entry; a mark never goes back.
     *
     * @param conversation which conversation
     * @param sequence the last entry they have read
     * @return the first sequence this mark leaves unread, or why not
     */
    public Outcome<Long> markRead(ConversationId conversation, long sequence) {
        return reads.reading(conversation).map(reading -> reading.mark(host, ActorKind.AGENT, agent.value(), sequence));
    }

    /**
     * Says whether a conversation leaves a collaborator alone; mentions, invitations and removal are told all the same.
     *
     * @param conversation which conversation
     * @param muted whether they want to be left alone
     * @return what is so now; NOT_A_PARTICIPANT for those who do not collaborate
     */
    public Outcome<Boolean> mute(ConversationId conversation, boolean muted) {
        return reads.reading(conversation).flatMap(reading -> {
            if (!reading.standing().is(Party.COLLABORATOR)) {
                return Outcome.rejected(Reason.NOT_A_PARTICIPANT);
            }
            host.conversations().mute(conversation, agent, muted);
            return Outcome.done(muted);
        });
    }

    /**
     * Searches for agents who may be added.
     *
     * @param conversation which conversation
     * @param search what was typed, and which page
     * @return whom {@link #addCollaborator} accepts, limit and capacity aside, by name; or why nobody
     */
    public Outcome<CandidatePage> candidates(ConversationId conversation, CandidateSearch search) {
        return reads.candidates(conversation, search);
    }

    /**
     * Reads the invitation that waits for the agent.
     *
     * @param conversation to which conversation
     * @return the invitation and nothing else of the conversation
     */
    public Outcome<InvitationView> invitation(ConversationId conversation) {
        return reads.invitation(conversation);
    }

    /**
     * Accepts an invitation.
     *
     * @param conversation to which conversation
     * @return what it came to, or why not; ALREADY_TAKEN if another member of the invited group was faster
     */
    public Outcome<Added> accept(ConversationId conversation) {
        var id = acts.newId();
        return acts.anyone(conversation, Intent.of("accept"), (now, me, people) -> now.accept(me, id))
                .map(receipt -> Added.of(agent, receipt));
    }

    /**
     * Declines an invitation.
     *
     * @param conversation to which conversation
     * @param reason why, for the agents on the conversation; empty for no word
     * @return done, or why not; GROUP_INVITED if a group is asked, for whose others it stays open
     */
    public Outcome<Written> decline(ConversationId conversation, Optional<String> reason) {
        return acts.anyone(conversation, Intent.of("decline", reason), (now, me, people) -> now.decline(me, reason))
                .map(Written::of);
    }

    /**
     * Takes a conversation from its queue.
     *
     * @param conversation which conversation
     * @return done, or why not; whoever was slower learns who was faster
     */
    public Outcome<Written> claim(ConversationId conversation) {
        return acts.anyone(conversation, Intent.of("claim"), (now, me, people) -> now.claim(me))
                .map(Written::of);
    }

    /**
     * Hands a conversation to another agent.
     *
     * @param conversation which conversation
     * @param to whom; an agent of the inbox or the conversation's group, or a collaborator
     * @return done, or why not
     */
    public Outcome<Written> transfer(ConversationId conversation, AgentId to) {
        return transfer(conversation, to, Optional.empty());
    }

    /**
     * Hands a conversation to another agent and stays on it as a collaborator, both or neither.
     *
     * @param conversation which conversation
     * @param to whom; an agent of the inbox or the conversation's group, or a collaborator
     * @return done, or why not
     */
    public Outcome<Written> transferAndStay(ConversationId conversation, AgentId to) {
        return transfer(conversation, to, Optional.of(acts.newId()));
    }

    private Outcome<Written> transfer(ConversationId conversation, AgentId to, Optional<String> keepMe) {
        var intent = Intent.of("transfer", to, keepMe.isPresent());
        return acts.act(
                        conversation,
                        intent,
                        Set.of(to),
                        (now, me, people) -> now.transfer(me, to, people.get(to), keepMe))
                .map(Written::of);
    }

    /**
     * Hands a conversation to the queue of a group.
     *
     * @param conversation which conversation
     * @param group whose queue
     * @return done, or why not
     */
    public Outcome<Written> transfer(ConversationId conversation, GroupId group) {
        return transfer(conversation, group, Optional.empty());
    }

    /**
     * Hands a conversation to the queue of a group and stays on it as a collaborator, both or neither.
     *
     * @param conversation which conversation
     * @param group whose queue
     * @return done, or why not
     */
    public Outcome<Written> transferAndStay(ConversationId conversation, GroupId group) {
        return transfer(conversation, group, Optional.of(acts.newId()));
    }

    private Outcome<Written> transfer(ConversationId conversation, GroupId group, Optional<String> keepMe) {
        var intent = Intent.of("transfer to group", group, keepMe.isPresent());
        return acts.act(
                        conversation,
                        intent,
                        Set.of(),
                        (now, me, people) -> now.transfer(me, group, host.hasMembers(group, now.head()), keepMe))
                .map(Written::of);
    }

    /**
     * Puts a conversation back into its queue.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> release(ConversationId conversation) {
        return acts.act(conversation, Intent.of("release"), Set.of(), (now, me, people) -> now.release(me))
                .map(Written::of);
    }

    /**
     * Declares a conversation answered.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> resolve(ConversationId conversation) {
        return acts.act(conversation, Intent.of("resolve"), Set.of(), (now, me, people) -> now.resolve(me))
                .map(Written::of);
    }

    /**
     * Takes a resolved conversation up again.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> reopen(ConversationId conversation) {
        return acts.act(conversation, Intent.of("reopen"), Set.of(), (now, me, people) -> now.reopen(me))
                .map(Written::of);
    }

    /**
     * Ends a conversation for good.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> close(ConversationId conversation) {
        return acts.act(conversation, Intent.of("close"), Set.of(), (now, me, people) -> now.close(me))
                .map(Written::of);
    }

    /**
     * Changes the facts a policy looks at; grants stay as they are.
     *
     * @param conversation which conversation
     * @param facts the facts as they shall be
     * @return done, or why not
     */
    public Outcome<Written> changeCase(ConversationId conversation, CaseFacts facts) {
        return acts.act(
                        conversation,
                        Intent.of("change case", facts),
                        Set.of(),
                        (now, me, people) -> now.changeCase(me, facts))
                .map(Written::of);
    }

    /**
     * Says what moving a conversation would come to now; nothing changes.
     *
     * @param conversation which conversation
     * @param inbox where it would go
     * @param group whose queue it would belong to there; empty if only the inbox's admins were to take it
     * @return who would leave and whether the assignee would stay, or why it cannot be moved
     */
    public Outcome<MovePreview> previewMove(ConversationId conversation, InboxId inbox, Optional<GroupId> group) {
        return reads.previewMove(conversation, inbox, group);
    }

    /**
     * Moves a conversation to another inbox, whose policy decides who stays.
     *
     * @param conversation which conversation
     * @param inbox where it is to go
     * @param group whose queue it belongs to there; empty if only the inbox's admins are to take it from the queue
     * @return who left and whether the assignee stays, or why not: nobody leads there (INBOX_UNAVAILABLE), the group
     *     has no members (GROUP_UNAVAILABLE), or it is there already (WRONG_STATE)
     */
    public Outcome<Moved> move(ConversationId conversation, InboxId inbox, Optional<GroupId> group) {
        return acts.act(
                        conversation,
                        Intent.of("move", inbox, group),
                        AgentActs::takingPart,
                        (now, me, people) -> now.move(me, host.destination(inbox, group, now.head()), people::get))
                .map(Moved::of);
    }

    /**
     * Closes a conversation, to go on in another one of the same customer; commands on it go there from now on.
     *
     * <p>It takes two steps. If the second one fails this throws {@link CommandOutcomeUnknownException}; a repetition,
     * by whoever may merge the two, completes it.
     *
     * @param source the conversation to close
     * @param target the one it goes on in
     * @return where it goes on and who joined there, or why not: they are not of one customer (OTHER_CUSTOMER), or one
     *     is closed, or they are the same (WRONG_STATE)
     */
    public Outcome<Merged> merge(ConversationId source, ConversationId target) {
        return acts.merges().merge(source, target);
    }

    /**
     * Adds a collaborator, at the highest level the policy allows.
     *
     * @param conversation which conversation
     * @param collaborator whom to add
     * @return what it came to, or why not; adding somebody who takes part already changes nothing
     */
    public Outcome<Added> addCollaborator(ConversationId conversation, AgentId collaborator) {
        return addCollaborator(conversation, collaborator, AddOptions.NONE);
    }

    /**
     * Adds a collaborator.
     *
     * @param conversation which conversation
     * @param collaborator whom to add
     * @param options at which level, reading how far back, asked what
     * @return what it came to, or why not; adding somebody who takes part already changes nothing
     */
    public Outcome<Added> addCollaborator(ConversationId conversation, AgentId collaborator, AddOptions options) {
        var id = acts.newId();
        return acts.adding(
                        conversation,
                        AgentActs.adding(collaborator, options),
                        Set.of(collaborator),
                        (now, me, people) -> now.add(me, collaborator, people.get(collaborator), options, id))
                .map(receipt -> Added.of(collaborator, receipt));
    }

    /**
     * Adds several collaborators, each in a command of its own.
     *
     * @param conversation which conversation
     * @param collaborators whom to add
     * @param options at which level, reading how far back, asked what
     * @return an outcome for each of them, in the order given
     */
    public Map<AgentId, Outcome<Added>> addCollaborators(
            ConversationId conversation, List<AgentId> collaborators, AddOptions options) {
        var outcomes = new LinkedHashMap<AgentId, Outcome<Added>>();
        for (var one : collaborators) {
            outcomes.computeIfAbsent(one, each -> acts.forOne(each).addCollaborator(conversation, each, options));
        }
        return Collections.unmodifiableMap(outcomes);
    }

    /**
     * Invites a group; the first member who accepts takes part.
     *
     * <p>It is always asked, also by a rule that adds agents at once, and holds one place. Those who are told are its
     * active members, the first 100 by name; who may accept is decided when somebody does.
     *
     * @param conversation which conversation
     * @param group whom to ask
     * @param options at which level, reading how far back, asked what
     * @return what it came to, or why not; CANDIDATE_UNAVAILABLE if the policy hides the group or nobody in it could
     *     accept; inviting a group that is invited already changes nothing
     */
    public Outcome<Invited> inviteGroup(ConversationId conversation, GroupId group, AddOptions options) {
        var id = acts.newId();
        return acts.adding(
                        conversation,
                        AgentActs.inviting(group, options),
                        Set.of(),
                        (now, me, people) -> now.inviteGroup(
                                me, group, host.hasAny(now.policy().groups().whoMayAccept(me, group)), options, id))
                .map(receipt -> Invited.of(group, receipt));
    }

    /**
     * Takes the invitation of a group back.
     *
     * @param conversation which conversation
     * @param group which group
     * @return done, or why not; INVITATION_OVER if none is pending
     */
    public Outcome<Written> withdrawInvitation(ConversationId conversation, GroupId group) {
        return acts.act(
                        conversation,
                        Intent.of("withdraw invitation", group),
                        Set.of(),
                        (now, me, people) -> now.withdrawInvitation(me, group))
                .map(Written::of);
    }

    /**
     * Raises or lowers the level of a collaborator, from their next act on.
     *
     * @param conversation which conversation
     * @param collaborator whose level
     * @param level the level they shall have
     * @return done, or why not; the level they have changes nothing
     */
    public Outcome<Written> changeLevel(ConversationId conversation, AgentId collaborator, Level level) {
        return acts.act(
                        conversation,
                        Intent.of("change level", collaborator, level),
                        Set.of(collaborator),
                        (now, me, people) -> now.changeLevel(me, collaborator, people.get(collaborator), level))
                .map(Written::of);
    }

    /**
     * Takes part as a lead, without being added.
     *
     * @param conversation which conversation
     * @return what it came to, or why not
     */
    public Outcome<Added> join(ConversationId conversation) {
        var id = acts.newId();
        return acts.act(conversation, Intent.of("join"), Set.of(), (now, me, people) -> now.join(me, id))
                .map(receipt -> Added.of(agent, receipt));
    }

    /**
     * Leaves a conversation.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> leave(ConversationId conversation) {
        return acts.act(conversation, Intent.of("leave"), Set.of(), (now, me, people) -> now.leave(me))
                .map(Written::of);
    }

    /**
     * Takes a collaborator off a conversation, or an invitation back.
     *
     * @param conversation which conversation
     * @param collaborator whom
     * @return done, or why not
     */
    public Outcome<Written> removeCollaborator(ConversationId conversation, AgentId collaborator) {
        return acts.act(
                        conversation,
                        Intent.of("remove", collaborator),
                        Set.of(),
                        (now, me, people) -> now.remove(me, collaborator))
                .map(Written::of);
    }

    /**
     * Takes back what an entry says; its place stays, its text and files are gone everywhere.
     *
     * @param conversation which conversation
     * @param sequence the entry
     * @return done, or why not: UNKNOWN_ENTRY, NOT_PERMITTED if the agent neither wrote it nor is an admin, TOO_LATE;
     *     an entry that has nothing to take back changes nothing
     */
    public Outcome<Written> redact(ConversationId conversation, long sequence) {
        return acts.actHere(
                        conversation,
                        Intent.of("redact", sequence),
                        (now, me, people) ->
                                now.redact(me, Reading.of(now, me).flatMap(reading -> reading.entry(host, sequence))))
                .map(Written::of);
    }

    /**
     * Answers the customer.
     *
     * @param conversation which conversation
     * @param text what the customer is to read
     * @return where it stands, or why not
     */
    public Outcome<Replied> reply(ConversationId conversation, String text) {
        return reply(conversation, ReplyDraft.of(text));
    }

    /**
     * Answers the customer.
     *
     * @param conversation which conversation
     * @param draft what the customer is to read
     * @return where it stands and what its author had missed, or why not; a held reply shows what was missed
     */
    public Outcome<Replied> reply(ConversationId conversation, ReplyDraft draft) {
        var intent = Intent.of("reply", draft.text(), draft.attachments(), draft.lastSeen());
        return reads.replied(
                conversation,
                draft,
                acts.act(conversation, intent, AgentActs::assignee, AgentActs.replying(conversation, draft)));
    }

    /**
     * Answers a notification by the token it carried.
     *
     * <p>What tells of a message or reply is answered by a reply whose author had seen that much; what tells of a note,
     * by a note for nobody the first one was not for. The token gives no right: whoever has this desk acts, and may do
     * what they may do without it.
     *
     * @param token the token, as it came
     * @param text what is to be read
     * @return where it stands, or why not; UNKNOWN_TOKEN if it is not this agent's, was changed, is too old, or the host
     *     gave no signing key; UNKNOWN_ENTRY if they may not read the note any more; NOT_ON_CONVERSATION if none of
     *     those it was for is left; else as any reply or note
     */
    public Outcome<Answered> answer(String token, String text) {
        return host.claims(token, ActorKind.AGENT, agent.value())
                .map(claims -> new Answers(host, acts, reads).answer(claims, text))
                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_TOKEN));
    }

    /**
     * Writes a note to everyone on the conversation.
     *
     * @param conversation which conversation
     * @param text what they are to read
     * @return where it stands, or why not
     */
    public Outcome<Written> note(ConversationId conversation, String text) {
        return note(conversation, NoteDraft.of(text));
    }

    /**
     * Writes a note.
     *
     * @param conversation which conversation
     * @param draft what is to be read, and by whom
     * @return where it stands, or why not
     */
    public Outcome<Written> note(ConversationId conversation, NoteDraft draft) {
        var id = acts.newId();
        var mentioned = new TreeSet<>(draft.mentioned());
        var named = new TreeSet<>(draft.named());
        var intent = Intent.of("note", draft.text(), draft.attachments(), draft.audience(), named, mentioned);
        return acts.adding(conversation, intent, mentioned, (now, me, people) -> now.note(me, draft, people::get, id))
                .map(Written::of);
    }
}
