package dev.collab.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says in which case a rule applies: every part that is not empty must hold.
 *
 * @param channels the conversation's channel is one of these
 * @param groups the conversation's group is one of these
 * @param topics one of the conversation's topics is one of these
 * @param attributes the conversation has each of these attributes, with one of the values
 */
public record CaseCondition(
        Set<Channel> channels, Set<GroupId> groups, Set<String> topics, Map<String, Set<String>> attributes) {
    /** Holds always. */
    public static final CaseCondition ANY = new CaseCondition(Set.of(), Set.of(), Set.of(), Map.of());

    /** Copies the collections. */
    public CaseCondition {
        channels = Checks.sorted(channels);
        groups = Checks.sorted(groups);
        topics = Checks.sorted(topics);
        var copy = new TreeMap<String, Set<String>>();
        attributes.forEach((name, values) -> copy.put(name, Checks.sorted(values)));
        attributes = Collections.unmodifiableMap(copy);
    }

    /**
     * Decides whether a conversation is such a case.
     *
     * @param channel the conversation's channel
     * @param facts the conversation's facts
     * @return true if every part that is not empty holds
     */
    public boolean matches(Channel channel, CaseFacts facts) {
        var group = facts.group();
        return (channels.isEmpty() || channels.contains(channel))
                && (groups.isEmpty() || (group != null && groups.contains(group)))
                && (topics.isEmpty() || facts.topics().stream().anyMatch(topics::contains))
                && attributes.entrySet().stream().allMatch(wanted -> {
                    var value = facts.attributes().get(wanted.getKey());
                    return value != null && wanted.getValue().contains(value);
                });
    }

    /**
     * Narrows the channels.
     *
     * @param any the channel is one of these
     * @return a copy
     */
    public CaseCondition channel(Channel... any) {
        return new CaseCondition(Set.copyOf(List.of(any)), groups, topics, attributes);
    }

    /**
     * Narrows the groups.
     *
     * @param any the group is one of these
     * @return a copy
     */
    public CaseCondition group(GroupId... any) {
        return new CaseCondition(channels, Set.copyOf(List.of(any)), topics, attributes);
    }

    /**
     * Narrows the topics.
     *
     * @param any one of the topics is one of these
     * @return a copy
     */
    public CaseCondition topic(String... any) {
        return new CaseCondition(channels, groups, Set.copyOf(List.of(any)), attributes);
    }

    /**
     * Asks for an attribute besides.
     *
     * @param name the attribute's name
     * @param any its value is one of these
     * @return a copy
     */
    public CaseCondition attribute(String name, String... any) {
        var more = new TreeMap<>(attributes);
        more.put(name, Set.copyOf(List.of(any)));
        return new CaseCondition(channels, groups, topics, more);
    }
}
