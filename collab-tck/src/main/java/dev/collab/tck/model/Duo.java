package dev.collab.tck.model;

import dev.collab.Collab;
import dev.collab.inmemory.CountingIds;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.IdSource;
import dev.collab.spi.Storage;
import dev.collab.tck.model.Step.Who;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Two hosts on one storage, so that commands of one do not wait in the queue of the other. */
final class Duo {
    static final AgentId ADA = World.id(Who.ADA);
    static final AgentId SUE = World.id(Who.SUE);
    static final AgentId ASHA = World.id(Who.ASHA);
    static final AgentId BEN = World.id(Who.BEN);
    static final AgentId BO = World.id(Who.BO);
    static final AgentId DOT = World.id(Who.DOT);

    final World world;
    final ConversationId chat;
    final Collab one;
    final Collab two;

    Duo(Storage stored, Ports.Watcher watcher) {
        this(stored, watcher, UnaryOperator.identity());
    }

    Duo(Storage stored, Ports.Watcher watcher, UnaryOperator<Storage> below) {
        world = new World(stored, new History(Channel.LIVE_CHAT, IdentityPolicy.ASSIGNEE, List.of()));
        chat = world.chat;
        var ids = new CountingIds();
        one = host("one-", ids, watcher, below);
        two = host("two-", ids, watcher, below);
    }

    private Collab host(String prefix, IdSource ids, Ports.Watcher watcher, UnaryOperator<Storage> below) {
        return Collab.builder()
                .storage(Ports.storage(below.apply(world.stored), watcher))
                .directory(Ports.directory(world.people, watcher))
                .time(world.time)
                .ids(() -> prefix + ids.next())
                .build();
    }

    /** Asha has the conversation. */
    Duo claimed() {
        world.collab.agent(ASHA).claim(chat).orElseThrow();
        return this;
    }

    Duo adding(AgentId agent) {
        world.collab.agent(ASHA).addCollaborator(chat, agent).orElseThrow();
        return this;
    }

    Duo limitedTo(int limit) {
        world.configure(now -> now.withCollaboration(now.collaboration().withLimit(limit)))
                .orElseThrow();
        return this;
    }

    List<TimelineEntry> entries(EntryKind kind) {
        return world.entries(0).stream().filter(entry -> entry.kind() == kind).toList();
    }

    static Optional<Reason> reason(Object outcome) {
        return ((Outcome<?>) outcome).fold(done -> Optional.empty(), no -> Optional.of(no.reason()));
    }
}
