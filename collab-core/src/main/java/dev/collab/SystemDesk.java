package dev.collab;

import dev.collab.Command.Intent;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.conversation.Erased;
import dev.collab.conversation.ImportedConversation;
import dev.collab.conversation.ImportedEntry;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Receipt;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Outcome;
import dev.collab.spi.IdQuery;
import dev.collab.visibility.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is where an automation of the host acts: routing, timers, clean-up.
 *
 * <p>It may do what the table of acts gives to the system, and reads nothing. Who an automation works for is the
 * host's to know, so a desk of this kind must not be handed to a person.
 */
public final class SystemDesk {
    /** The most lines of one batch of an import. */
    public static final int MOST_LINES = 500;

    private final String name;
    private final Host host;
    private final Commands commands;
    private final @Nullable CommandKey key;

    SystemDesk(String name, Host host, Commands commands, @Nullable CommandKey key) {
        this.name = name;
        this.host = host;
        this.commands = commands;
        this.key = key;
    }

    /**
     * Gives the key of the next command.
     *
     * @param given the same for a command and its retries, different from all others of this automation
     * @return a desk for this one command
     */
    public SystemDesk keyed(CommandKey given) {
        return new SystemDesk(name, host, commands, given);
    }

    /**
     * Gives a conversation to an agent.
     *
     * @param conversation which conversation
     * @param to whom; an agent of the inbox or the conversation's group, or a collaborator
     * @return done, or why not
     */
    public Outcome<Written> transfer(ConversationId conversation, AgentId to) {
        return run(
                conversation,
                Intent.of("transfer", to),
                Set.of(to),
                (now, me, people) -> now.transfer(me, to, people.get(to), Optional.empty()));
    }

    /**
     * Gives a conversation to the queue of a group.
     *
     * @param conversation which conversation
     * @param group whose queue
     * @return done, or why not
     */
    public Outcome<Written> transfer(ConversationId conversation, GroupId group) {
        return run(
                conversation,
                Intent.of("transfer to group", group),
                Set.of(),
                (now, me, people) -> now.transfer(me, group, host.hasMembers(group, now.head()), Optional.empty()));
    }

    /**
     * Puts a conversation back into its queue.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> release(ConversationId conversation) {
        return run(conversation, Intent.of("release"), Set.of(), (now, me, people) -> now.release(me));
    }

    /**
     * Declares a conversation answered.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> resolve(ConversationId conversation) {
        return run(conversation, Intent.of("resolve"), Set.of(), (now, me, people) -> now.resolve(me));
    }

    /**
     * Takes a resolved conversation up again.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> reopen(ConversationId conversation) {
        return run(conversation, Intent.of("reopen"), Set.of(), (now, me, people) -> now.reopen(me));
    }

    /**
     * Ends a conversation for good.
     *
     * @param conversation which conversation
     * @return done, or why not
     */
    public Outcome<Written> close(ConversationId conversation) {
        return run(conversation, Intent.of("close"), Set.of(), (now, me, people) -> now.close(me));
    }

    /**
     * Changes the facts a policy looks at; grants stay as they are.
     *
     * @param conversation which conversation
     * @param facts the facts as they shall be
     * @return done, or why not
     */
    public Outcome<Written> changeCase(ConversationId conversation, CaseFacts facts) {
        return run(
                conversation,
                Intent.of("change case", facts),
                Set.of(),
                (now, me, people) -> now.changeCase(me, facts));
    }

    /**
     * Adds a collaborator, if a rule of the policy is for the system.
     *
     * @param conversation which conversation
     * @param collaborator whom to add
     * @param options at which level, reading how far back, asked what
     * @return what it came to, or why not; adding somebody who takes part already changes nothing
     */
    public Outcome<Added> addCollaborator(ConversationId conversation, AgentId collaborator, AddOptions options) {
        var id = commands.newId();
        return receipt(
                        conversation,
                        AgentActs.adding(collaborator, options),
                        Set.of(collaborator),
                        (now, me, people) -> now.add(me, collaborator, people.get(collaborator), options, id)
                                .flatMap(host::ifTheyHaveTime))
                .map(receipt -> Added.of(collaborator, receipt));
    }

    /**
     * Invites a group, if a rule of the policy is for the system; the first member who accepts takes part.
     *
     * @param conversation which conversation
     * @param group whom to ask
     * @param options at which level, reading how far back, asked what
     * @return what it came to, or why not; inviting a group that is invited already changes nothing
     */
    public Outcome<Invited> inviteGroup(ConversationId conversation, GroupId group, AddOptions options) {
        var id = commands.newId();
        return receipt(
                        conversation,
                        AgentActs.inviting(group, options),
                        Set.of(),
                        (now, me, people) -> now.inviteGroup(
                                me, group, host.hasAny(now.policy().groups().whoMayAccept(me, group)), options, id))
                .map(receipt -> Invited.of(group, receipt));
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
        return commands.run(new Command(
                        ref(conversation),
                        Intent.of("move", inbox, group),
                        AgentActs::takingPart,
                        (now, people) -> now.move(
                                now.visibility().system(name),
                                host.destination(inbox, group, now.head()),
                                people::get)))
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
        var me = new Merges.Actor(
                ActorKind.SYSTEM,
                name,
                commands.key(key),
                Set.of(),
                (now, people) -> Optional.of(now.visibility().system(name)));
        return new Merges(me, host, commands).merge(source, target);
    }

    /**
     * Writes down what has ended by time, and tells those concerned; nothing depends on it being done soon.
     *
     * <p>Repeat until it returns less than the limit.
     *
     * @param limit how many conversations at most, at least 1
     * @return how many conversations it went through
     */
    public int sweep(int limit) {
        var overdue = host.conversations().overdue(host.now(), limit);
        for (var conversation : overdue) {
            var sweep = new Command(
                    ref(conversation),
                    Intent.of("sweep"),
                    head -> Set.of(),
                    (now, people) -> Outcome.done(now.noted()));
            commands.run(sweep.staying());
        }
        return overdue.size();
    }

    /**
     * Forgets the keys of commands that were kept for as long as the inbox's policy says.
     *
     * <p>Until then a key is kept, and longer if nobody calls this. Repeat until it returns less than the limit.
     *
     * @param limit how many at most, at least 1
     * @return how many were forgotten
     * @throws InvalidArgumentException if the limit is below 1
     */
    public int forgetKeys(int limit) {
        if (limit < 1) {
            throw new InvalidArgumentException("limit", "must be at least 1");
        }
        return host.conversations().forgetReceipts(host.now(), limit);
    }

    /**
     * Takes a customer's name and words out of their conversations in all inboxes; places, times and ids stay.
     *
     * <p>Repeat with the place it returns until there is none. To do a batch again does no harm, so whoever was cut short
     * goes on from the last place they know, or starts anew. What the customer writes meanwhile may be missed.
     *
     * @param customer who
     * @param from where to go on; empty for the start
     * @param most how many entries to look at, at least 1
     * @return how far it came
     */
    public ErasureProgress eraseCustomer(CustomerId customer, Optional<ErasurePlace> from, int most) {
        var erasing = new Erasing(
                host, commands, name, Erased.of(customer), (after, limit) -> IdQuery.of(customer, after, limit));
        return erasing.run(from, most);
    }

    /**
     * Takes an agent's name out of the conversations of an inbox; what they wrote, places, times and ids stay.
     *
     * <p>Customers then read the inbox's name where they read the agent's. It looks at every conversation of the inbox.
     * Repeat as for {@link #eraseCustomer}, after the directory has forgotten the name.
     *
     * @param agent who
     * @param inbox where
     * @param from where to go on; empty for the start
     * @param most how many entries to look at, at least 1
     * @return how far it came
     */
    public ErasureProgress eraseAgent(AgentId agent, InboxId inbox, Optional<ErasurePlace> from, int most) {
        var erasing =
                new Erasing(host, commands, name, Erased.of(agent), (after, limit) -> IdQuery.of(inbox, after, limit));
        return erasing.run(from, most);
    }

    /**
     * Takes over lines of a conversation that took place elsewhere, with their times, authors and names.
     *
     * <p>The conversation is here from the first batch on, resolved, in nobody's queue, and nobody is told. When all lines
     * are here, reopen it and hand it to somebody, or close it, or leave it. A batch that is sent again is answered as at
     * first.
     *
     * @param history which conversation
     * @param from how many lines were taken over before; 0 for the first batch
     * @param lines the next ones, oldest first, 1 to {@value #MOST_LINES}; the first batch has a message or a reply
     * @return how far it came, or why not; OUT_OF_ORDER, naming a line, if they do not go on there or go back in time,
     *     WRONG_STATE if the conversation was taken up here already
     */
    public Outcome<Imported> importHistory(ImportedConversation history, long from, List<ImportedEntry> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new InvalidArgumentException("lines", "must be 1 to " + MOST_LINES);
        }
        var id = history.id();
        // The place is the key: a batch is taken over once, and another one cannot take its place.
        var ref = new CommandRef(id, ActorKind.SYSTEM, name, new CommandKey("import " + from));
        var intent = Intent.of(
                "import",
                history.channel(),
                history.customerName(),
                history.subject(),
                history.facts(),
                history.openedAt(),
                lines);
        var outcome = from == 0
                ? commands.open(
                        ref,
                        intent,
                        () -> Conversation.imported(
                                host.storage().inboxes().load(history.inbox()), history, lines, host.now()))
                : commands.run(
                        new Command(ref, intent, head -> Set.of(), (now, found) -> now.importing(history, from, lines))
                                .staying());
        return outcome.map(receipt -> new Imported(id, Receipts.number(receipt, "next")));
    }

    private interface SystemRule {
        Outcome<Decision> decide(Conversation now, Standing me, Host.People people);
    }

    private Outcome<Written> run(ConversationId conversation, Intent intent, Set<AgentId> people, SystemRule rule) {
        return receipt(conversation, intent, people, rule).map(Written::of);
    }

    private Outcome<Receipt> receipt(ConversationId conversation, Intent intent, Set<AgentId> people, SystemRule rule) {
        return commands.run(new Command(
                ref(conversation),
                intent,
                head -> people,
                (now, found) -> rule.decide(now, now.visibility().system(name), found)));
    }

    private CommandRef ref(ConversationId conversation) {
        return new CommandRef(conversation, ActorKind.SYSTEM, name, commands.key(key));
    }
}
