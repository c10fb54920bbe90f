package dev.collab.spi;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.InvalidArgumentException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells who the host's agents are.
 *
 * <p>Answers decide about access: how old they may be is the host's decision. Whatever a method throws, agents are
 * refused for the time being and customers go on.
 */
public interface Directory {
    /**
     * Finds agents.
     *
     * @param agents whom to find, at least one
     * @return a profile for each that exists in this tenant, active or not; those that do not exist are absent
     */
    Map<AgentId, AgentProfile> find(Set<AgentId> agents);

    /**
     * Searches for agents, ordered by name and then id, both by UTF-16 code unit.
     *
     * @param query whom to search
     * @return at most the query's limit of agents, each admitted by its scope; empty if there are none
     */
    List<AgentProfile> search(CandidateQuery query);

    /**
     * Asks for a page of candidates.
     *
     * @param scope who may be found
     * @param text what somebody typed to find a name, in the host's way of matching; empty for everybody
     * @param after the last candidate of the page before; null for the first page
     * @param limit how many at most, 1 to 200
     */
    record CandidateQuery(
            CandidateScope scope, String text, @Nullable Position after, int limit) {
        /** Checks the limit. */
        public CandidateQuery {
            if (limit < 1 || limit > 200) {
                throw new InvalidArgumentException("limit", "must be 1 to 200");
            }
        }
    }

    /**
     * Is a place in the order of a search.
     *
     * @param name the agent's name
     * @param id the agent
     */
    record Position(String name, AgentId id) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : id.compareTo(other.id);
        }
    }
}
