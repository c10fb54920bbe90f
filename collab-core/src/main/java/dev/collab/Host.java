package dev.collab;

import dev.collab.conversation.Decision;
import dev.collab.conversation.Destination;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.notification.ReplyTokens;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.Capacity;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.Directory;
import dev.collab.spi.IdSource;
import dev.collab.spi.Listener;
import dev.collab.spi.Signal;
import dev.collab.spi.Storage;
import dev.collab.spi.StoredConversation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the host brought, behind the few questions the desks ask. */
record Host(
        Storage storage,
        Directory directory,
        Optional<Signal> signal,
        Optional<Capacity> capacity,
        Listener listener,
        InstantSource time,
        IdSource ids,
        Optional<ReplyTokens> tokens) {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    ConversationStore conversations() {
        return storage.conversations();
    }

    /** Cut here once, so that every store keeps the same instant. */
    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    People find(Set<AgentId> agents) {
        if (agents.isEmpty()) {
            return new People(Map.of());
        }
        return ask(asked -> new People(Map.copyOf(asked.find(agents))));
    }

    List<AgentProfile> search(Directory.CandidateQuery query) {
        return ask(asked -> List.copyOf(asked.search(query)));
    }

    /** A conversation handed to a group nobody belongs to would be lost. */
    boolean hasMembers(GroupId group, ConversationHead head) {
        var scope = new CandidateScope(
                false, Set.of(group), false, head.inbox(), null, Set.of(), head.customer(), true, true);
        return hasAny(scope);
    }

    boolean hasAny(CandidateScope scope) {
        return search(new Directory.CandidateQuery(scope, "", null, 1)).stream().anyMatch(scope::admits);
    }

    /** What a token says, to the one it is for; whoever else comes with it is told as little as with garbage. */
    Optional<ReplyTokens.Claims> claims(String token, ActorKind kind, String recipient) {
        return tokens.flatMap(signer -> signer.read(token)).filter(claims -> claims.isFor(kind, recipient));
    }

    /** Whether those who shall take part have time is asked last, as the hook may reserve. */
    Outcome<Decision> ifTheyHaveTime(Decision decision) {
        var conversation = decision.conversation();
        return conversation.newcomers().stream()
                        .allMatch(newcomer ->
                                hasTime(newcomer, conversation.head().id()))
                ? Outcome.done(decision)
                : Outcome.rejected(Reason.NO_CAPACITY);
    }

    private boolean hasTime(AgentId newcomer, ConversationId conversation) {
        try {
            return capacity.map(hook -> hook.admits(newcomer, conversation)).orElse(true);
        } catch (RuntimeException failure) {
            // A hook that does not answer has not said yes.
            return false;
        }
    }

    /** A conversation moved to where nobody leads would be out of everybody's reach. */
    Destination destination(InboxId inbox, Optional<GroupId> group, ConversationHead head) {
        var leads = new CandidateScope(
                false, Set.of(), true, inbox, group.orElse(null), Set.of(), head.customer(), false, true);
        boolean isLed = search(new Directory.CandidateQuery(leads, "", null, 1)).stream()
                .anyMatch(leads::admits);
        boolean hasMembers = group.map(one -> hasMembers(one, head)).orElse(true);
        return new Destination(storage.inboxes().load(inbox), group, isLed, hasMembers);
    }

    /** The conversation an id stands for: itself, or what it goes on in after it was merged. */
    Optional<StoredConversation> end(ConversationId conversation) {
        var passed = new HashSet<ConversationId>();
        var next = conversation;
        while (true) {
            passed.add(next);
            var stored = conversations().load(next, null);
            var merged = stored.map(StoredConversation::head)
                    .map(ConversationHead::mergedInto)
                    .map(ConversationHead.MergedInto::conversation);
            if (merged.isEmpty() || passed.contains(merged.get())) {
                return stored;
            }
            next = merged.get();
        }
    }

    /** Whatever a listener throws is its own affair. */
    void tell(Consumer<Listener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException failure) {
            LOG.warn("the listener failed: {}", failure.getClass().getName());
        }
    }

    /** Whatever a directory throws, it did not answer, and without an answer no agent gets anywhere. */
    private <T> T ask(Function<Directory, T> question) {
        try {
            return question.apply(directory);
        } catch (RuntimeException failure) {
            throw new DirectoryUnavailableException(failure);
        }
    }

    /**
     * What the directory said about the agents a decision is about.
     *
     * @param profiles by id; who is absent does not exist
     */
    record People(Map<AgentId, AgentProfile> profiles) {
        Optional<AgentProfile> get(AgentId agent) {
            return Optional.ofNullable(profiles.get(agent))
                    .filter(profile -> profile.id().equals(agent));
        }
    }
}
