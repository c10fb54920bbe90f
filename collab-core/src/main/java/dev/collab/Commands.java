package dev.collab;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.internal.Defaults;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.Notification;
import dev.collab.model.Receipt;
import dev.collab.model.StoredReceipt;
import dev.collab.notification.Recipients;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.RaceLostException;
import dev.collab.outcome.Reason;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Directory.CandidateQuery;
import dev.collab.spi.Signal;
import dev.collab.spi.StorageException;
import dev.collab.spi.StoredConversation;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands: loads, decides, commits, and starts over when somebody else was faster.
 *
 * <p>Commands on one conversation take turns within this host; against other hosts the revision guards.
 */
final class Commands {
    /** About a second. Against a host that never pauses most attempts are lost: of 12 all were, once in 300 commands. */
    static final int ATTEMPTS = 64;

    /** As many as one search gives; a group with more leads or members has one among them who looks. */
    private static final int MOST_TOLD = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Host host;
    private final Turns turns = new Turns();
    private final ReentrantLock merging = new ReentrantLock(true);

    Commands(Host host) {
        this.host = host;
    }

    CommandKey key(@Nullable CommandKey given) {
        return given == null ? new CommandKey(host.ids().next()) : given;
    }

    String newId() {
        return host.ids().next();
    }

    /** Is what an attempt comes to, unless somebody was faster. */
    private sealed interface Answer {
        record Given(Outcome<Receipt> outcome) implements Answer {}

        record GoesOnIn(ConversationId conversation) implements Answer {}
    }

    /** Runs a command on a conversation that exists, or seems not to, or where it goes on if it was merged. */
    Outcome<Receipt> run(Command command) {
        var next = command;
        var passed = new HashSet<ConversationId>();
        while (true) {
            var now = next;
            passed.add(now.ref().conversation());
            var answer = turns.take(now.ref().conversation(), () -> retried(now.ref(), () -> attempt(now)));
            if (answer instanceof Answer.GoesOnIn further) {
                // Two hosts can have merged two conversations into each other: nothing goes on there.
                next = passed.contains(further.conversation()) ? now.staying() : now.at(further.conversation());
            } else {
                return told(now.ref(), now.intent(), ((Answer.Given) answer).outcome());
            }
        }
    }

    /** Two merges that name each other's conversations must not pass each other. */
    <T> T oneMergeAtATime(Supplier<T> merge) {
        merging.lock();
        try {
            return merge.get();
        } finally {
            merging.unlock();
        }
    }

    /** Runs the command that makes a conversation; the first try needs no look whether it exists. */
    Outcome<Receipt> open(CommandRef ref, Command.Intent intent, Supplier<Outcome<Decision>> decide) {
        var fingerprint = intent.fingerprint();
        var outcome = turns.take(
                ref.conversation(),
                () -> retried(
                        ref,
                        () -> decide.get()
                                .fold(
                                        decision -> commit(ref, fingerprint, decision, null)
                                                .or(() -> repeated(ref, fingerprint)),
                                        // What was opened before stays opened, whatever the policy says by now.
                                        rejected -> repeated(ref, fingerprint)
                                                .or(() -> Optional.of(
                                                        Outcome.rejected(rejected.reason(), rejected.details()))))));
        return told(ref, intent, outcome);
    }

    private Outcome<Receipt> told(CommandRef ref, Command.Intent intent, Outcome<Receipt> outcome) {
        host.tell(listener -> outcome.fold(
                done -> {
                    listener.commandDone(ref.conversation(), ref.actorKind(), intent.act());
                    return done;
                },
                no -> {
                    var reason = no.reason().name();
                    listener.commandRefused(ref.conversation(), ref.actorKind(), intent.act(), reason);
                    return reason;
                }));
        return outcome.map(receipt -> Receipts.landed(receipt, ref.conversation()));
    }

    private <T> T retried(CommandRef ref, Supplier<Optional<T>> attempt) {
        for (int number = 1; number <= ATTEMPTS; number++) {
            var outcome = attempt.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            int lost = number;
            LOG.debug("race lost on conversation {}, attempt {}", ref.conversation(), lost);
            host.tell(listener -> listener.raceRetried(ref.conversation(), lost));
            Defaults.pause(number);
        }
        LOG.warn("race lost for good on conversation {} after {} attempts", ref.conversation(), ATTEMPTS);
        throw new RaceLostException("conversation " + ref.conversation(), ATTEMPTS);
    }

    private Optional<Answer> attempt(Command command) {
        var stored = host.conversations().load(command.ref().conversation(), command.ref());
        var before = stored.flatMap(one -> known(one, command.intent().fingerprint()));
        if (before.isPresent()) {
            return before.map(Answer.Given::new);
        }
        var goesOnIn = stored.map(StoredConversation::head)
                .map(ConversationHead::mergedInto)
                .filter(merged -> !command.staysHere());
        if (goesOnIn.isPresent()) {
            return Optional.of(new Answer.GoesOnIn(goesOnIn.get().conversation()));
        }
        return decided(command, stored).map(Answer.Given::new);
    }

    private Optional<Outcome<Receipt>> decided(Command command, Optional<StoredConversation> stored) {
        // Asked also where there is nothing to decide: a directory that is down must not tell what exists.
        var people = host.find(command.people().apply(stored.map(StoredConversation::head)));
        if (stored.isEmpty()) {
            return Optional.of(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
        }
        var loaded = stored.get();
        var conversation = Conversation.of(loaded.head(), loaded.settings(), host.now());
        return command.rule()
                .decide(command.settles() ? conversation.settled() : conversation, people)
                .fold(
                        decision -> commit(command.ref(), command.intent().fingerprint(), decision, loaded.head()),
                        rejected -> Optional.of(Outcome.rejected(rejected.reason(), rejected.details())));
    }

    private static Optional<Outcome<Receipt>> known(StoredConversation stored, String fingerprint) {
        return Optional.ofNullable(stored.receipt())
                .map(receipt -> receipt.fingerprint().equals(fingerprint)
                        ? Outcome.done(receipt.receipt())
                        : Outcome.rejected(Reason.ID_CONFLICT));
    }

    /** Somebody was faster in making this very conversation: the same command before, or another under its key. */
    private Optional<Outcome<Receipt>> repeated(CommandRef ref, String fingerprint) {
        return host.conversations()
                .load(ref.conversation(), ref)
                .map(stored -> known(stored, fingerprint).orElseGet(() -> Outcome.rejected(Reason.ID_CONFLICT)));
    }

    private Optional<Outcome<Receipt>> commit(
            CommandRef ref, String fingerprint, Decision decision, @Nullable ConversationHead before) {
        var conversation = decision.conversation();
        var now = host.now();
        var keepUntil = now.plus(conversation.settings().conversations().keysKept());
        if (conversation.news().isEmpty()) {
            // Or a retry that comes late would do what there was no need to do at first.
            var receipt = receipt(decision, now);
            host.conversations().remember(new StoredReceipt(ref, fingerprint, receipt, keepUntil));
            return Optional.of(Outcome.done(receipt));
        }
        var receipt = receipt(decision, conversation.news().get(0).at());
        var commit = conversation.commit(
                notifications(conversation, before), new StoredReceipt(ref, fingerprint, receipt, keepUntil));
        CommitResult result;
        try {
            result = host.conversations().commit(commit);
        } catch (RuntimeException failure) {
            // Only a store that says so has changed nothing; whatever else it throws may come after the effect.
            if (failure instanceof StorageException said && !said.outcomeUnknown()) {
                throw failure;
            }
            throw new CommandOutcomeUnknownException(ref.conversation(), ref.key(), failure);
        }
        if (result != CommitResult.COMMITTED) {
            return Optional.empty();
        }
        announce(conversation.head(), before);
        return Optional.of(Outcome.done(receipt));
    }

    private List<Notification> notifications(Conversation conversation, @Nullable ConversationHead before) {
        var leads = Recipients.leftWith(conversation)
                .filter(this::noneIsPresent)
                .map(alone -> leads(conversation.head()))
                .orElse(List.of());
        var groups = conversation.policy().groups();
        var asked = Recipients.groupsAsked(conversation).stream()
                .collect(Collectors.toMap(group -> group, group -> found(groups.whoIsTold(group))));
        return Recipients.of(Optional.ofNullable(before), conversation, leads, asked);
    }

    /** A bot that stays answers whoever writes, but looks after nobody. */
    private boolean noneIsPresent(Set<AgentId> agents) {
        return host.find(agents).profiles().values().stream().noneMatch(agent -> agent.active() && !agent.bot());
    }

    private List<AgentId> leads(ConversationHead head) {
        var scope = new CandidateScope(
                false, Set.of(), true, head.inbox(), head.facts().group(), Set.of(), head.customer(), false, true);
        return found(scope);
    }

    private List<AgentId> found(CandidateScope scope) {
        return host.search(new CandidateQuery(scope, "", null, MOST_TOLD)).stream()
                .filter(scope::admits)
                .map(AgentProfile::id)
                .toList();
    }

    private static Receipt receipt(Decision decision, Instant at) {
        return new Receipt(decision.sequence(), decision.ids(), at);
    }

    private void announce(ConversationHead after, @Nullable ConversationHead before) {
        signal(after, signal -> signal.changed(after.id()));
        if (before == null
                || before.counters().customerVersion() != after.counters().customerVersion()) {
            signal(after, signal -> signal.customerChanged(after.id()));
        }
    }

    private void signal(ConversationHead head, Consumer<Signal> call) {
        host.signal().ifPresent(signal -> {
            try {
                call.accept(signal);
            } catch (RuntimeException failure) {
                // Best effort: the command is done, whoever was not woken reads later.
                LOG.warn(
                        "signal failed for conversation {}: {}",
                        head.id(),
                        failure.getClass().getName());
            }
        });
    }
}
