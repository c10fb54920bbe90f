package dev.collab;

import dev.collab.Command.Intent;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Candidate;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.AgentView;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.conversation.ReplyDraft;
import dev.collab.conversation.Slice;
import dev.collab.conversation.Timeline;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.Receipt;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.Capacity;
import dev.collab.spi.Directory.CandidateQuery;
import dev.collab.visibility.Standing;
import dev.collab.visibility.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
    private final Commands commands;
    private final @Nullable CommandKey key;

    AgentDesk(AgentId agent, Host host, Commands commands, @Nullable CommandKey key) {
        this.agent = agent;
        this.host = host;
        this.commands = commands;
        this.key = key;
    }

    /**
     * Gives the key of the next command.
     *
     * @param given the same for a command and its retries, different from all others of this agent
     * @return a desk for this one command
     */
    public AgentDesk keyed(CommandKey given) {
        return new AgentDesk(agent, host, commands, given);
    }

    /**
     * Reads a conversation besides its timeline.
     *
     * @param conversation which conversation
     * @return what the agent sees, with the collaborator field
     */
    public Outcome<AgentView> view(ConversationId conversation) {
        return reading(conversation).map(reading -> {
            var now = Conversation.of(reading.head(), reading.settings(), host.now());
            return AgentView.of(reading.head(), now.field(reading.standing()));
        });
    }

    /**
     * Reads a page of the timeline.
     *
     * @param conversation which conversation
     * @param page which page
     * @return what the agent may see, oldest first
     */
    public Outcome<Slice<AgentEntry>> timeline(ConversationId conversation, Page page) {
        return reading(conversation).map(reading -> {
            var timeline = new Timeline(conversation, reading.scope(), page);
            return timeline.forAgent(Reading.entries(host, conversation, reading.scope(), timeline));
        });
    }

    /**
     * Searches for agents who may be added.
     *
     * @param conversation which conversation
     * @param text what was typed to find a name; empty for everybody
     * @param limit how many at most, 1 to 100
     * @return whom {@link #addCollaborator} accepts, limit and capacity aside, by name; or why nobody
     */
    public Outcome<List<Candidate>> candidates(ConversationId conversation, String text, int limit) {
        return reading(conversation)
                .flatMap(reading -> Conversation.of(reading.head(), reading.settings(), host.now())
                        .candidates(reading.standing()))
                .map(scope -> found(new CandidateQuery(scope, text, null, limit)));
    }

    private List<Candidate> found(CandidateQuery query) {
        return host.search(query).stream()
                .filter(query.scope()::admits)
                .map(Candidate::of)
                .toList();
    }

    /**
     * Takes a conversation from its queue.
     *
     * @param conversation which conversation
     * @return done, or why not; whoever was slower learns who was faster
     */
    public Outcome<Written> claim(ConversationId conversation) {
        return run(
                        conversation,
                        Intent.of("claim"),
                        head -> Set.of(),
                        (now, people) -> people.get(agent)
                                .map(now::claim)
                                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION)))
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
        return transfer(conversation, to, Optional.of(commands.newId()));
    }

    private Outcome<Written> transfer(ConversationId conversation, AgentId to, Optional<String> keepMe) {
        var intent = Intent.of("transfer", to, keepMe.isPresent());
        return act(conversation, intent, Set.of(to), (now, me, people) -> now.transfer(me, to, people.get(to), keepMe))
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
        return transfer(conversation, group, Optional.of(commands.newId()));
    }

    private Outcome<Written> transfer(ConversationId conversation, GroupId group, Optional<String> keepMe) {
        var intent = Intent.of("transfer to group", group, keepMe.isPresent());
        return act(conversation, intent, Set.of(), (now, me, people) -> now.transfer(me, group, keepMe))
                .map(Written::of);
    }

    /**
     * Puts a conversation back into its queue.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> release(ConversationId conversation) {
        return act(conversation, Intent.of("release"), Set.of(), (now, me, people) -> now.release(me))
                .map(Written::of);
    }

    /**
     * Declares a conversation answered.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> resolve(ConversationId conversation) {
        return act(conversation, Intent.of("resolve"), Set.of(), (now, me, people) -> now.resolve(me))
                .map(Written::of);
    }

    /**
     * Takes a resolved conversation up again.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> reopen(ConversationId conversation) {
        return act(conversation, Intent.of("reopen"), Set.of(), (now, me, people) -> now.reopen(me))
                .map(Written::of);
    }

    /**
     * Ends a conversation for good.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> close(ConversationId conversation) {
        return act(conversation, Intent.of("close"), Set.of(), (now, me, people) -> now.close(me))
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
        return act(
                        conversation,
                        Intent.of("change case", facts),
                        Set.of(),
                        (now, me, people) -> now.changeCase(me, facts))
                .map(Written::of);
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
        var id = commands.newId();
        var intent = Intent.of("add", collaborator, options.level(), options.window(), options.question());
        return act(
                        conversation,
                        intent,
                        Set.of(collaborator),
                        (now, me, people) -> withCapacity(
                                conversation,
                                collaborator,
                                now,
                                now.add(me, collaborator, people.get(collaborator), options, id)))
                .map(receipt -> Added.of(collaborator, receipt));
    }

    /**
     * Takes part as a lead, without being added.
     *
     * @param conversation which conversation
     * @return what it came to, or why not
     */
    public Outcome<Added> join(ConversationId conversation) {
        var id = commands.newId();
        return act(conversation, Intent.of("join"), Set.of(), (now, me, people) -> now.join(me, id))
                .map(receipt -> Added.of(agent, receipt));
    }

    /**
     * Leaves a conversation.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> leave(ConversationId conversation) {
        return act(conversation, Intent.of("leave"), Set.of(), (now, me, people) -> now.leave(me))
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
        return act(
                        conversation,
                        Intent.of("remove", collaborator),
                        Set.of(),
                        (now, me, people) -> now.remove(me, collaborator))
                .map(Written::of);
    }

    /**
     * Answers the customer.
     *
     * @param conversation which conversation
     * @param text what the customer is to read
     * @return where it stands, or why not
     */
    public Outcome<Written> reply(ConversationId conversation, String text) {
        return reply(conversation, ReplyDraft.of(text));
    }

    /**
     * Answers the customer.
     *
     * @param conversation which conversation
     * @param draft what the customer is to read
     * @return where it stands, or why not
     */
    public Outcome<Written> reply(ConversationId conversation, ReplyDraft draft) {
        var intent = Intent.of("reply", draft.text(), draft.attachments());
        return act(
                        conversation,
                        intent,
                        AgentDesk::assignee,
                        (now, me, people) -> now.reply(
                                me,
                                draft,
                                assignee(Optional.of(now.head())).stream()
                                        .findFirst()
                                        .flatMap(people::get)))
                .map(Written::of);
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
        var intent =
                Intent.of("note", draft.text(), draft.attachments(), draft.audience(), new TreeSet<>(draft.named()));
        return act(conversation, intent, Set.of(), (now, me, people) -> now.note(me, draft))
                .map(Written::of);
    }

    /** Decides for an agent who has access. */
    private interface AgentRule {
        Outcome<Decision> decide(Conversation now, Standing me, Host.People people);
    }

    private Outcome<Receipt> act(ConversationId conversation, Intent intent, Set<AgentId> others, AgentRule rule) {
        return act(conversation, intent, head -> others, rule);
    }

    private Outcome<Receipt> act(
            ConversationId conversation,
            Intent intent,
            Function<Optional<ConversationHead>, Set<AgentId>> others,
            AgentRule rule) {
        return run(
                conversation,
                intent,
                others,
                (now, people) -> people.get(agent)
                        .flatMap(now.visibility()::standing)
                        .map(me -> rule.decide(now, me, people))
                        .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION)));
    }

    private Outcome<Receipt> run(
            ConversationId conversation,
            Intent intent,
            Function<Optional<ConversationHead>, Set<AgentId>> others,
            Command.Rule rule) {
        var ref = new CommandRef(conversation, ActorKind.AGENT, agent.value(), commands.key(key));
        return commands.run(new Command(ref, intent.fingerprint(), head -> withMe(others.apply(head)), rule));
    }

    private Set<AgentId> withMe(Set<AgentId> others) {
        var all = new HashSet<>(others);
        all.add(agent);
        return all;
    }

    private static Set<AgentId> assignee(Optional<ConversationHead> head) {
        return head.map(ConversationHead::assignee).map(Set::of).orElse(Set.of());
    }

    /** The hook may reserve, so it is asked last, and only about somebody who would be new. */
    private Outcome<Decision> withCapacity(
            ConversationId conversation, AgentId collaborator, Conversation before, Outcome<Decision> outcome) {
        return outcome.flatMap(decision -> {
            boolean changes = decision.conversation().head().counters().entries()
                    > before.head().counters().entries();
            boolean full = changes
                    && host.capacity()
                            .map(capacity -> !admits(capacity, collaborator, conversation))
                            .orElse(false);
            return full ? Outcome.rejected(Reason.NO_CAPACITY) : outcome;
        });
    }

    private static boolean admits(Capacity capacity, AgentId collaborator, ConversationId conversation) {
        try {
            return capacity.admits(collaborator, conversation);
        } catch (RuntimeException failure) {
            return false;
        }
    }

    private Outcome<Reading> reading(ConversationId conversation) {
        var stored = host.conversations().load(conversation, null);
        // Asked after the load, so that it is at least as new, and also where there is nothing to read.
        var me = host.find(Set.of(agent)).get(agent);
        return Reading.of(stored, one -> {
            var visibility = Visibility.of(one.head(), one.settings(), host.now());
            return me.flatMap(visibility::standing).flatMap(standing -> Reading.of(one, visibility, standing));
        });
    }
}
