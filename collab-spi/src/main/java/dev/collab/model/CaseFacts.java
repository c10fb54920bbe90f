package dev.collab.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the facts of a conversation a policy can look at, besides its channel.
 *
 * @param group the group whose queue the conversation belongs to; null if only leads may take it from the queue
 * @param topics what it is about, in the host's words; in their natural order
 * @param attributes further facts of the host (priority, customer tier, …) by name; in their natural order
 */
public record CaseFacts(@Nullable GroupId group, Set<String> topics, Map<String, String> attributes) {
    /** Copies and checks the values. */
    public CaseFacts {
        topics = Checks.sorted(topics);
        attributes = Checks.sorted(attributes);
        topics.forEach(topic -> Checks.label("topic", topic, 200));
        attributes.forEach((name, value) -> {
            Checks.id("attribute's name", name);
            Checks.label("attribute's value", value, 500);
        });
    }

    /**
     * Gives the facts of a conversation nobody said anything about, but for its group.
     *
     * @param group the group, or null for none
     * @return facts without topics and attributes
     */
    public static CaseFacts of(@Nullable GroupId group) {
        return new CaseFacts(group, Set.of(), Map.of());
    }

    /**
     * Gives the same facts for another group.
     *
     * @param other the group, or null for none
     * @return a copy
     */
    public CaseFacts withGroup(@Nullable GroupId other) {
        return new CaseFacts(other, topics, attributes);
    }
}
