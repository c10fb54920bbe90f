package dev.collab.spi;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the entries of a row that are new to its viewer, by what decides who sees them.
 *
 * <p>A store counts without knowing what the viewer may see; {@link #in} then adds up what their scope admits. An audience
 * without an entry is left out. The form is closed: {@link #of} is the meaning.
 *
 * @param audiences how many are of each audience, at most {@value #MOST}
 * @param named of the first {@value #MOST} that the viewer reads besides their audience, how many are of each audience
 */
public record Unread(Map<Audience, Integer> audiences, Map<Audience, Integer> named) {
    /** Where counting stops. */
    public static final int MOST = 100;

    /** Copies the maps. */
    public Unread {
        audiences = sorted(audiences);
        named = sorted(named);
    }

    /**
     * Counts.
     *
     * @param entries the new entries, in their order
     * @param agent who looks; null for a customer
     * @return the counts
     */
    public static Unread of(List<TimelineEntry> entries, @Nullable AgentId agent) {
        var audiences = new EnumMap<Audience, Integer>(Audience.class);
        var named = new EnumMap<Audience, Integer>(Audience.class);
        int more = MOST;
        for (var entry : entries) {
            audiences.merge(entry.audience(), 1, (one, other) -> Math.min(MOST, one + other));
            if (more > 0 && agent != null && entry.readers().contains(agent)) {
                named.merge(entry.audience(), 1, Integer::sum);
                more--;
            }
        }
        return new Unread(audiences, named);
    }

    /**
     * Adds up what a scope admits, if each of its lanes begins where counting did or before.
     *
     * @param scope what the viewer may see
     * @param agent who looks; null for a customer
     * @return at most {@value #MOST}
     */
    public int in(TimelineScope scope, @Nullable AgentId agent) {
        boolean reads = agent != null && has(scope, AudienceKey.of(agent));
        int sum = 0;
        for (var audience : Audience.values()) {
            // Who is named reads an entry once, also if they belong to its audience.
            var counts = has(scope, AudienceKey.of(audience)) ? audiences : reads ? named : Map.<Audience, Integer>of();
            sum += counts.getOrDefault(audience, 0);
        }
        return Math.min(MOST, sum);
    }

    private static boolean has(TimelineScope scope, AudienceKey key) {
        return scope.lanes().stream().anyMatch(lane -> lane.key().equals(key));
    }

    private static Map<Audience, Integer> sorted(Map<Audience, Integer> counts) {
        var copy = new EnumMap<Audience, Integer>(Audience.class);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }
}
