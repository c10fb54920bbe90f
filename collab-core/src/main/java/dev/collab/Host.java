package dev.collab;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.spi.Capacity;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.Directory;
import dev.collab.spi.IdSource;
import dev.collab.spi.Signal;
import dev.collab.spi.Storage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the host brought, behind the few questions the desks ask. */
record Host(
        Storage storage,
        Directory directory,
        Optional<Signal> signal,
        Optional<Capacity> capacity,
        InstantSource time,
        IdSource ids) {
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
