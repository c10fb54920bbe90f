package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Shows that the comparison of what everybody reads finds something. */
class ReadingTest {
    @Test
    @DisplayName("B-58 P-8 a library that does not hear of a deactivation is found")
    void readingAfterDeactivationIsFound() {
        var found = Histories.search(300, history -> Reading.compare(deaf(history), history));

        assertThat(found)
                .hasValueSatisfying(failure -> assertThat(failure.history().steps())
                        .as(failure.toString())
                        .hasSizeLessThanOrEqualTo(3));
    }

    private static World deaf(History history) {
        return new World(
                new InMemoryStorage(),
                history,
                UnaryOperator.identity(),
                real -> Ports.directory(real, (name, arguments, call) -> {
                    var active = new TreeMap<AgentId, AgentProfile>();
                    ((Map<?, ?>) call.call())
                            .values().stream()
                                    .map(AgentProfile.class::cast)
                                    .map(agent -> new AgentProfile(
                                            agent.id(),
                                            agent.name(),
                                            agent.publicName(),
                                            true,
                                            agent.bot(),
                                            agent.presence(),
                                            agent.groups(),
                                            agent.roles(),
                                            agent.ceiling(),
                                            agent.customer()))
                                    .forEach(agent -> active.put(agent.id(), agent));
                    return active;
                }));
    }
}
