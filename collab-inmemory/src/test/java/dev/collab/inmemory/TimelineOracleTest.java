package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pages of a timeline against the meaning of a scope: filter everything, then take the page. */
@DisplayName("Pages of a timeline")
class TimelineOracleTest {
    private static final AgentId CY = new AgentId("cy");
    private static final List<AgentId> AGENTS = List.of(Samples.ASHA, Samples.BO, CY);
    private static final List<AudienceKey> KEYS = List.of(
            AudienceKey.of(Audience.PUBLIC),
            AudienceKey.of(Audience.AGENTS),
            AudienceKey.of(Audience.ASSIGNEE),
            AudienceKey.of(Audience.NAMED),
            AudienceKey.of(Samples.ASHA),
            AudienceKey.of(Samples.BO));

    @Test
    @DisplayName(
            "B-45 B-55 hold what the scope admits, for every choice of lanes, start, direction, numbering and limit")
    void smallTimelines() {
        for (long seed = 1; seed <= 25; seed++) {
            var random = new Random(seed);
            var generated = new Generated(random, random.nextInt(13));
            for (var keys : subsets()) {
                for (var numbering : Numbering.values()) {
                    var scope = scope(random, keys, numbering, generated.entries.size());
                    everyPage(seed, generated, scope);
                }
            }
        }
    }

    @Test
    @DisplayName("B-45 B-55 hold what the scope admits in long timelines, too")
    void longTimelines() {
        for (long seed = 101; seed <= 130; seed++) {
            var random = new Random(seed);
            var generated = new Generated(random, 500 + random.nextInt(1500));
            for (int round = 0; round < 100; round++) {
                var keys = subsets().get(random.nextInt(subsets().size()));
                var numbering = random.nextBoolean() ? Numbering.AGENTS : Numbering.CUSTOMER;
                var scope = scope(random, keys, numbering, generated.entries.size());
                var direction = random.nextBoolean() ? Direction.ASCENDING : Direction.DESCENDING;
                long start = random.nextInt(generated.entries.size() + 2);
                compare(seed, generated, scope, direction, start, 1 + random.nextInt(200));
            }
        }
    }

    @Test
    @DisplayName("follow one another to the whole of the scope, in both directions")
    void pagesFollowOneAnother() {
        var random = new Random(7);
        var generated = new Generated(random, 300);
        for (var numbering : Numbering.values()) {
            var scope = new TimelineScope(
                    KEYS.stream().limit(4).map(key -> new Lane(key, 20)).toList(), 280, numbering);
            for (var direction : Direction.values()) {
                var all = new ArrayList<TimelineEntry>();
                long start = direction == Direction.ASCENDING ? 0 : Long.MAX_VALUE;
                for (var page = generated.page(scope, direction, start, 7);
                        !page.isEmpty();
                        page = generated.page(scope, direction, start, 7)) {
                    all.addAll(page);
                    long last = page.get(page.size() - 1).position(numbering);
                    start = direction == Direction.ASCENDING ? last + 1 : last;
                }
                assertThat(all).isEqualTo(generated.oracle(scope, direction, null, Integer.MAX_VALUE));
                assertThat(all).isNotEmpty();
            }
        }
    }

    private static void everyPage(long seed, Generated generated, TimelineScope scope) {
        int size = generated.entries.size();
        for (var direction : Direction.values()) {
            for (long start = 0; start <= size + 1; start++) {
                for (int limit : List.of(1, 2, 3, size + 1)) {
                    compare(seed, generated, scope, direction, start, limit);
                }
            }
        }
    }

    private static void compare(
            long seed, Generated generated, TimelineScope scope, Direction direction, long start, int limit) {
        var page = generated.page(scope, direction, start, limit);
        if (!page.equals(generated.oracle(scope, direction, start, limit))) {
            assertThat(page)
                    .describedAs("seed %d, %s, %s from %d, limit %d", seed, scope, direction, start, limit)
                    .isEqualTo(generated.oracle(scope, direction, start, limit));
        }
    }

    private static TimelineScope scope(Random random, List<AudienceKey> keys, Numbering numbering, int size) {
        var lanes = keys.stream()
                .map(key -> new Lane(key, random.nextBoolean() ? 0 : random.nextInt(size + 2)))
                .toList();
        return new TimelineScope(lanes, random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(size + 2), numbering);
    }

    /** Every set of at most four keys, the empty one included. */
    private static List<List<AudienceKey>> subsets() {
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

    /** A stored timeline of a given length, written in commits of several entries, and the same as a plain list. */
    private static final class Generated {
        private final InMemoryStorage storage = new InMemoryStorage();
        private final List<TimelineEntry> entries = new ArrayList<>();

        Generated(Random random, int size) {
            long revision = 0;
            long customerEntries = 0;
            while (entries.size() < size || revision == 0) {
                revision++;
                var redacted = redactions(random);
                var fresh = new ArrayList<TimelineEntry>();
                int count = Math.min(size - entries.size(), random.nextInt(4));
                for (int place = 0; place < count; place++) {
                    var entry = entry(random, entries.size() + place, revision, customerEntries);
                    customerEntries += entry.customerSequence() == null ? 0 : 1;
                    fresh.add(entry);
                }
                entries.addAll(fresh);
                var commit = Commits.first(Samples.CHAT)
                        .head(Samples.head(Samples.CHAT, revision, entries.size(), customerEntries))
                        .entries(fresh.toArray(TimelineEntry[]::new))
                        .redacting(redacted.toArray(TimelineEntry[]::new))
                        .build();
                assertThat(storage.conversations().commit(commit)).hasToString("COMMITTED");
            }
        }

        private List<TimelineEntry> redactions(Random random) {
            var redacted = new ArrayList<TimelineEntry>();
            if (!entries.isEmpty() && random.nextInt(3) == 0) {
                int place = random.nextInt(entries.size());
                entries.set(place, entries.get(place).withoutContent());
                redacted.add(entries.get(place));
            }
            return redacted;
        }

        private static TimelineEntry entry(Random random, long sequence, long revision, long customerSequence) {
            if (random.nextInt(3) == 0) {
                return Samples.message(Samples.CHAT, sequence, revision, customerSequence, "message");
            }
            var audience =
                    List.of(Audience.AGENTS, Audience.ASSIGNEE, Audience.NAMED).get(random.nextInt(3));
            var readers = new TreeSet<AgentId>();
            AGENTS.stream().filter(agent -> random.nextBoolean()).forEach(readers::add);
            return Samples.note(Samples.CHAT, sequence, revision, audience, readers);
        }

        List<TimelineEntry> page(TimelineScope scope, Direction direction, long start, int limit) {
            return storage.conversations().read(new TimelineQuery(Samples.CHAT, scope, direction, start, limit));
        }

        List<TimelineEntry> oracle(TimelineScope scope, Direction direction, Long start, int limit) {
            var order = Comparator.<TimelineEntry>comparingLong(entry -> entry.position(scope.numbering()));
            return entries.stream()
                    .filter(scope::admits)
                    .filter(entry -> start == null
                            || (direction == Direction.ASCENDING
                                    ? entry.position(scope.numbering()) >= start
                                    : entry.position(scope.numbering()) < start))
                    .sorted(direction == Direction.ASCENDING ? order : order.reversed())
                    .limit(limit)
                    .toList();
        }
    }
}
