package dev.collab;

import dev.collab.Command.Intent;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.conversation.ReplyDraft;
import dev.collab.internal.Fingerprint;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.Receipt;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts an agent's commands together: who acts, whom the directory is asked about, and that access comes first. */
final class AgentActs {
    private final AgentId agent;
    private final Host host;
    private final Commands commands;
    private final @Nullable CommandKey key;

    AgentActs(AgentId agent, Host host, Commands commands, @Nullable CommandKey key) {
        this.agent = agent;
        this.host = host;
        this.commands = commands;
        this.key = key;
    }

    /** Decides for an agent who has access. */
    interface Rule {
        Outcome<Decision> decide(Conversation now, Standing me, Host.People people);
    }

    /** Decides for an agent whose access is part of the question. */
    interface OpenRule {
        Outcome<Decision> decide(Conversation now, AgentProfile me, Host.People people);
    }

    AgentDesk keyed(CommandKey given) {
        return new AgentDesk(agent, host, commands, given);
    }

    /** A command for several people is several commands; each needs a key of its own, the same at every retry. */
    AgentDesk forOne(AgentId person) {
        var own =
                key == null ? commands.key(null) : new CommandKey(Fingerprint.of(List.of(key.value(), person.value())));
        return keyed(own);
    }

    String newId() {
        return commands.newId();
    }

    Outcome<Receipt> act(ConversationId conversation, Intent intent, Set<AgentId> others, Rule rule) {
        return act(conversation, intent, head -> others, rule);
    }

    Outcome<Receipt> act(
            ConversationId conversation,
            Intent intent,
            Function<Optional<ConversationHead>, Set<AgentId>> others,
            Rule rule) {
        return commands.run(command(conversation, intent, others, withStanding(rule)));
    }

    /** For acts on an entry, which stays where it is when the conversation goes on in another one. */
    Outcome<Receipt> actHere(ConversationId conversation, Intent intent, Rule rule) {
        return commands.run(command(conversation, intent, head -> Set.of(), withStanding(rule))
                .staying());
    }

    private Command.Rule withStanding(Rule rule) {
        return (now, people) -> people.get(agent)
                .flatMap(now.visibility()::standing)
                .map(me -> rule.decide(now, me, people))
                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
    }

    /** For acts that may make others take part. */
    Outcome<Receipt> adding(ConversationId conversation, Intent intent, Set<AgentId> others, Rule rule) {
        return act(
                conversation,
                intent,
                others,
                (now, me, people) -> rule.decide(now, me, people).flatMap(host::ifTheyHaveTime));
    }

    /** For acts of those who may have no access yet; whoever accepts for a group needs time as if they were added. */
    Outcome<Receipt> anyone(ConversationId conversation, Intent intent, OpenRule rule) {
        return commands.run(command(
                conversation,
                intent,
                head -> Set.of(),
                (now, people) -> people.get(agent)
                        .map(me -> rule.decide(now, me, people).flatMap(host::ifTheyHaveTime))
                        .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION))));
    }

    static Intent adding(AgentId agent, AddOptions options) {
        return Intent.of("add", agent, options.level(), options.window(), options.question());
    }

    static Intent inviting(GroupId group, AddOptions options) {
        return Intent.of("invite group", group, options.level(), options.window(), options.question());
    }

    static Rule replying(ConversationId asked, ReplyDraft draft) {
        return (now, me, people) -> now.reply(
                me,
                seen(asked, now.head().id(), draft),
                Optional.ofNullable(now.head().assignee()).flatMap(people::get));
    }

    /** What was seen is counted in the conversation that was asked for; of the one it goes on in, nothing was. */
    static ReplyDraft seen(ConversationId asked, ConversationId there, ReplyDraft draft) {
        return draft.lastSeen().isEmpty() || asked.equals(there) ? draft : draft.havingSeen(0);
    }

    static Set<AgentId> assignee(Optional<ConversationHead> head) {
        return head.map(ConversationHead::assignee).map(Set::of).orElse(Set.of());
    }

    Merges merges() {
        var me = new Merges.Actor(
                ActorKind.AGENT,
                agent.value(),
                commands.key(key),
                Set.of(agent),
                (now, people) -> people.get(agent).flatMap(now.visibility()::standing));
        return new Merges(me, host, commands);
    }

    /** Everybody who takes part, whom a policy may have to look at. */
    static Set<AgentId> takingPart(Optional<ConversationHead> head) {
        var agents = new HashSet<>(assignee(head));
        head.ifPresent(one -> one.collaborations().forEach(grant -> agents.add(grant.agent())));
        return agents;
    }

    private Command command(
            ConversationId conversation,
            Intent intent,
            Function<Optional<ConversationHead>, Set<AgentId>> others,
            Command.Rule rule) {
        var ref = new CommandRef(conversation, ActorKind.AGENT, agent.value(), commands.key(key));
        return new Command(ref, intent, head -> withMe(others.apply(head)), rule);
    }

    private Set<AgentId> withMe(Set<AgentId> others) {
        var all = new HashSet<>(others);
        all.add(agent);
        return all;
    }
}
