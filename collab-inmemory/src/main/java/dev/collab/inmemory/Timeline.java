package dev.collab.inmemory;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CountQuery;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.spi.Unread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one conversation, and under each audience key the sequences that belong to it.
 *
 * <p>A page looks up where each lane of the scope begins and merges the lanes until it is full. What is out of scope is
 * never looked at. Guarded as {@link ConversationRecord} says.
 */
final class Timeline {
    private static final AudienceKey PUBLIC = AudienceKey.of(Audience.PUBLIC);
    private static final SequenceList NOTHING = new SequenceList();

    /** The index is the sequence. */
    private final List<TimelineEntry> entries = new ArrayList<>();

    /**
     * Under {@link #PUBLIC} stand exactly the entries with a customer sequence, without a gap: there the index is the
     * customer sequence. No other key has any.
     */
    private final Map<AudienceKey, SequenceList> index = new HashMap<>();

    int size() {
        return entries.size();
    }

    int customerSize() {
        return under(PUBLIC).size();
    }

    void append(TimelineEntry entry) {
        int sequence = entries.size();
        entries.add(entry);
        for (var key : entry.audienceKeys()) {
            index.computeIfAbsent(key, none -> new SequenceList()).add(sequence);
        }
    }

    boolean canReplace(TimelineEntry left) {
        return left.sequence() < entries.size()
                && entries.get(Math.toIntExact(left.sequence())).place().equals(left.place());
    }

    void replace(TimelineEntry left) {
        entries.set(Math.toIntExact(left.sequence()), left);
    }

    List<TimelineEntry> page(TimelineQuery query, Probe probe) {
        var merge = merge(query, probe);
        var page = new ArrayList<TimelineEntry>();
        while (page.size() < query.limit() && merge.hasNext()) {
            probe.touched();
            page.add(entries.get(merge.next()));
        }
        return Collections.unmodifiableList(page);
    }

    int count(CountQuery query, Probe probe) {
        // As many as a page of them would hold.
        var entries =
                new TimelineQuery(query.conversation(), query.scope(), Direction.ASCENDING, query.from(), query.most());
        var merge = merge(entries, probe);
        int count = 0;
        while (count < query.most() && merge.hasNext()) {
            merge.next();
            count++;
        }
        return count;
    }

    /** Counts what is new, from a position of the viewer's numbering on; agent is null for a customer. */
    Unread unread(@Nullable AgentId agent, long from, Probe probe) {
        if (agent == null) {
            return new Unread(upToMost(Audience.PUBLIC, customerSize() - bounded(from)), Map.of());
        }
        var audiences = new EnumMap<Audience, Integer>(Audience.class);
        for (var audience : Audience.values()) {
            var sequences = under(AudienceKey.of(audience));
            audiences.putAll(upToMost(audience, sequences.size() - sequences.firstFrom(from, probe)));
        }
        var named = new EnumMap<Audience, Integer>(Audience.class);
        var sequences = under(AudienceKey.of(agent));
        int first = sequences.firstFrom(from, probe);
        for (int index = first; index < sequences.size() && index < first + Unread.MOST; index++) {
            probe.touched();
            named.merge(entries.get(sequences.get(index)).audience(), 1, Integer::sum);
        }
        return new Unread(audiences, named);
    }

    private static Map<Audience, Integer> upToMost(Audience audience, int count) {
        return count == 0 ? Map.of() : Map.of(audience, Math.min(count, Unread.MOST));
    }

    /** Gives the last entry the customer may see; there must be one. */
    TimelineEntry newestPublic() {
        var sequences = under(PUBLIC);
        return entries.get(sequences.get(sequences.size() - 1));
    }

    private LaneMerge merge(TimelineQuery query, Probe probe) {
        var merge = new LaneMerge(query.direction(), probe);
        for (var lane : query.scope().lanes()) {
            addLane(merge, lane, query, probe);
        }
        return merge;
    }

    private void addLane(LaneMerge merge, Lane lane, TimelineQuery query, Probe probe) {
        long from = lane.from();
        long until = query.scope().until();
        switch (query.direction()) {
            case ASCENDING -> from = Math.max(from, query.start());
            case DESCENDING -> until = Math.min(until, query.start());
        }
        var sequences = under(lane.key());
        switch (query.scope().numbering()) {
            case AGENTS -> merge.add(sequences, sequences.firstFrom(from, probe), sequences.firstFrom(until, probe));
            case CUSTOMER -> {
                if (lane.key().equals(PUBLIC)) {
                    merge.add(sequences, bounded(from), bounded(until));
                }
            }
        }
    }

    /** Gives the index of a customer sequence, or the end if there is none yet. */
    private int bounded(long customerSequence) {
        return (int) Math.min(customerSequence, customerSize());
    }

    private SequenceList under(AudienceKey key) {
        return index.getOrDefault(key, NOTHING);
    }
}
