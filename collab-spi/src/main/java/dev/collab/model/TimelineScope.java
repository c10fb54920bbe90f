package dev.collab.model;

import java.util.Comparator;
import java.util.List;

/**
 * Says as data which entries of one conversation a viewer may read.
 *
 * <p>An entry is in scope if it stands below {@code until} and in one of the lanes. The form is closed: an adapter
 * translates all of it, or refuses. {@link #admits} is the meaning; whatever an adapter returns is held against it.
 *
 * @param lanes the ranges to merge, at most {@value #MAX_LANES}, one per key, in the order of their keys
 * @param until the first position that is out of scope: what the head that granted access had counted
 * @param numbering in which sequence {@code until} and the lanes' starts count
 */
public record TimelineScope(List<Lane> lanes, long until, Numbering numbering) {
    /** Public, agents, assignee, and either the viewer's own or all that is named. */
    public static final int MAX_LANES = 4;

    /**
     * Is a range of entries under one key.
     *
     * @param key the key
     * @param from the first position in scope
     */
    public record Lane(AudienceKey key, long from) {
        /** Checks the start. */
        public Lane {
            Checks.notNegative("from", from);
        }
    }

    /** Sorts the lanes and checks their number. */
    public TimelineScope {
        lanes = lanes.stream().sorted(Comparator.comparing(Lane::key)).toList();
        Checks.that(lanes.size() <= MAX_LANES, "lanes", "must be at most " + MAX_LANES);
        Checks.that(
                lanes.stream().map(Lane::key).distinct().count() == lanes.size(), "lanes", "must have one key each");
        Checks.notNegative("until", until);
    }

    /**
     * Decides whether an entry is in scope.
     *
     * @param entry an entry of the conversation the scope was made for
     * @return true if the viewer may read it
     */
    public boolean admits(TimelineEntry entry) {
        long position = entry.position(numbering);
        if (position < 0 || position >= until) {
            return false;
        }
        for (var lane : lanes) {
            if (position >= lane.from() && entry.isUnder(lane.key())) {
                return true;
            }
        }
        return false;
    }
}
