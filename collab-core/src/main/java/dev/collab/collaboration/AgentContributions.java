package dev.collab.collaboration;

import dev.collab.model.AgentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sums up what one agent contributed to many conversations.
 *
 * @param agent who
 * @param agentName their name in the last of the contributions
 * @param collaborations how many contributions
 * @param escalations how many of them as a superior
 * @param lasted how long all of them lasted together
 * @param meanToFirstWord the mean time to the first word, over those with one; empty if there was none
 * @param replies how many replies
 * @param notes how many notes
 */
public record AgentContributions(
        AgentId agent,
        String agentName,
        int collaborations,
        int escalations,
        Duration lasted,
        Optional<Duration> meanToFirstWord,
        int replies,
        int notes) {
    /**
     * Sums up by agent.
     *
     * @param contributions any contributions, each once
     * @return one sum for each agent, in the order of their ids; empty for none
     */
    public static List<AgentContributions> of(Collection<Contribution> contributions) {
        var byAgent = new TreeMap<AgentId, List<Contribution>>();
        contributions.forEach(one ->
                byAgent.computeIfAbsent(one.agent(), none -> new ArrayList<>()).add(one));
        return byAgent.values().stream().map(AgentContributions::sum).toList();
    }

    private static AgentContributions sum(List<Contribution> all) {
        var last = all.get(all.size() - 1);
        var words = all.stream().flatMap(one -> one.toFirstWord().stream()).toList();
        var toWords = words.stream().reduce(Duration.ZERO, Duration::plus);
        return new AgentContributions(
                last.agent(),
                last.agentName(),
                all.size(),
                (int) all.stream().filter(Contribution::escalation).count(),
                all.stream().map(Contribution::lasted).reduce(Duration.ZERO, Duration::plus),
                words.isEmpty() ? Optional.empty() : Optional.of(toWords.dividedBy(words.size())),
                all.stream().mapToInt(Contribution::replies).sum(),
                all.stream().mapToInt(Contribution::notes).sum());
    }
}
