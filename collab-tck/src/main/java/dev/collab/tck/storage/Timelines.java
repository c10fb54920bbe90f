package dev.collab.tck.storage;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CountQuery;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A stored timeline, and the same as a plain list, to hold its pages against the meaning of a scope. */
final class Timelines {
    private static final AgentId CY = new AgentId("cy");
    private static final List<AgentId> AGENTS = List.of(Samples.ASHA, Samples.BO, CY);
    private static final List<AudienceKey> KEYS = List.of(
            AudienceKey.of(Audience.PUBLIC),
            AudienceKey.of(Audience.AGENTS),
            AudienceKey.of(Audience.ASSIGNEE),
            AudienceKey.of(Audience.NAMED),
            AudienceKey.of(Samples.ASHA),
            AudienceKey.of(Samples.BO));

    final ConversationId id;
    final List<TimelineEntry> entries = new ArrayList<>();
    private final Storage storage;
    private @Nullable ConversationHead head;
    private long customerEntries;

    private Timelines(Storage storage, ConversationId id) {
        this.storage = storage;
        this.id = id;
    }

    /** Writes a timeline in commits of up to so many entries, some of which redact an earlier one. */
    static Timelines written(Storage storage, Random random, ConversationId id, int size, int perCommit) {
        var timeline = new Timelines(storage, id);
        for (long revision = 1; timeline.entries.size() < size; revision++) {
            int rest = size - timeline.entries.size();
            timeline.write(random, revision, Math.min(rest, 1 + random.nextInt(perCommit)));
        }
        return timeline;
    }

    private void write(Random random, long revision, int count) {
        var redacted = new ArrayList<TimelineEntry>();
        if (!entries.isEmpty() && random.nextInt(3) == 0) {
            int place = random.nextInt(entries.size());
            entries.set(place, entries.get(place).withoutContent());
            redacted.add(entries.get(place));
        }
        var fresh = new ArrayList<TimelineEntry>();
        for (int number = 0; number < count; number++) {
            var entry = entry(random, entries.size() + fresh.size(), revision);
            customerEntries += entry.customerSequence() == null ? 0 : 1;
            fresh.add(entry);
        }
        entries.addAll(fresh);
        var next = Samples.head(id, revision, entries.size(), customerEntries);
        Shown.commit(
                storage,
                (head == null ? Commits.first(id) : Commits.after(head))
                        .head(next)
                        .entries(fresh.toArray(TimelineEntry[]::new))
                        .redacting(redacted.toArray(TimelineEntry[]::new)));
        head = next;
    }

    private TimelineEntry entry(Random random, long sequence, long revision) {
        if (random.nextInt(3) == 0) {
            return Samples.message(id, sequence, revision, customerEntries, "message " + sequence);
        }
        var internal = List.of(Audience.AGENTS, Audience.ASSIGNEE, Audience.NAMED);
        var readers = new TreeSet<AgentId>();
        AGENTS.stream().filter(agent -> random.nextBoolean()).forEach(readers::add);
        return Samples.note(id, sequence, revision, internal.get(random.nextInt(3)), readers);
    }

    /** Every set of at most four keys, the empty one included. */
    static List<List<AudienceKey>> subsets() {
        var subsets = new ArrayList<List<AudienceKey>>();
        for (int bits = 0; bits < 1 << KEYS.size(); bits++) {
            if (Integer.bitCount(bits) <= TimelineScope.MAX_LANES) {
                var subset = new ArrayList<AudienceKey>();
                for (int key = 0; key < KEYS.size(); key++) {
                    if ((bits & (1 << key)) != 0) {
                        subset.add(KEYS.get(key));
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }

    TimelineScope scope(Random random, List<AudienceKey> keys, Numbering numbering) {
        int size = entries.size();
        var lanes = keys.stream()
                .map(key -> new Lane(key, random.nextBoolean() ? 0 : random.nextInt(size + 2)))
                .toList();
        return new TimelineScope(lanes, random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(size + 2), numbering);
    }

    List<TimelineEntry> page(TimelineScope scope, Direction direction, long start, int limit) {
        return storage.conversations().read(new TimelineQuery(id, scope, direction, start, limit));
    }

    /** What the page is by the meaning of the scope: filter everything, sort, and take the page. */
    List<TimelineEntry> oracle(TimelineScope scope, Direction direction, long start, int limit) {
        var numbering = scope.numbering();
        var order = Comparator.<TimelineEntry>comparingLong(entry -> entry.position(numbering));
        boolean up = direction == Direction.ASCENDING;
        return entries.stream()
                .filter(scope::admits)
                .filter(entry -> up ? entry.position(numbering) >= start : entry.position(numbering) < start)
                .sorted(up ? order : order.reversed())
                .limit(limit)
                .toList();
    }

    int oracle(CountQuery query) {
        return oracle(query.scope(), Direction.ASCENDING, query.from(), query.most())
                .size();
    }

    /** What stands at a position or after it. */
    List<TimelineEntry> from(long position, Numbering numbering) {
        return entries.stream()
                .filter(entry -> entry.position(numbering) >= position)
                .toList();
    }
}
