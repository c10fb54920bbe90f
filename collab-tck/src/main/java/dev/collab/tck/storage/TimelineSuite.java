package dev.collab.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks for pages of timelines and holds them against {@link TimelineScope#admits}: filter all, then take the page. */
public abstract class TimelineSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected TimelineSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.TIMELINE)
    @DisplayName("B-45 B-52 B-55 holds what the scope admits, for every choice of lanes, start, direction, numbering"
            + " and limit")
    void smallTimelines() {
        for (long seed = 1; seed <= 2L * bench().effort(); seed++) {
            var random = new Random(seed);
            var timeline = Timelines.written(empty(), random, Samples.CHAT, 6 + random.nextInt(2), 3);
            for (var keys : Timelines.subsets()) {
                for (var numbering : Numbering.values()) {
                    everyPage(seed, timeline, timeline.scope(random, keys, numbering));
                }
            }
        }
    }

    private static void everyPage(long seed, Timelines timeline, TimelineScope scope) {
        int size = timeline.entries.size();
        for (var direction : Direction.values()) {
            for (long start = 0; start <= size + 1; start++) {
                for (int limit : List.of(1, 2, size + 1)) {
                    compare(seed, timeline, scope, direction, start, limit);
                }
            }
        }
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.TIMELINE)
    @DisplayName("B-45 B-52 B-55 holds what the scope admits in long timelines, too")
    void longTimelines() {
        for (long seed = 101; seed <= 100 + 2L * bench().effort(); seed++) {
            var random = new Random(seed);
            var timeline = Timelines.written(empty(), random, Samples.CHAT, 500 + random.nextInt(1_000), 60);
            var subsets = Timelines.subsets();
            for (int round = 0; round < 80; round++) {
                var numbering = random.nextBoolean() ? Numbering.AGENTS : Numbering.CUSTOMER;
                var scope = timeline.scope(random, subsets.get(random.nextInt(subsets.size())), numbering);
                var direction = random.nextBoolean() ? Direction.ASCENDING : Direction.DESCENDING;
                long start = random.nextInt(timeline.entries.size() + 2);
                compare(seed, timeline, scope, direction, start, 1 + random.nextInt(200));
            }
        }
    }

    private static void compare(
            long seed, Timelines timeline, TimelineScope scope, Direction direction, long start, int limit) {
        var page = timeline.page(scope, direction, start, limit);
        var expected = timeline.oracle(scope, direction, start, limit);
        if (!page.equals(expected)) {
            assertThat(page)
                    .as("seed %d, %s, %s from %d, limit %d", seed, scope, direction, start, limit)
                    .isEqualTo(expected);
        }
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.TIMELINE)
    @DisplayName("B-52 is followed by the next one, to the whole of the scope, up and down")
    void pagesFollowOneAnother() {
        var timeline = Timelines.written(empty(), new Random(7), Samples.CHAT, 200, 20);
        for (var numbering : Numbering.values()) {
            var lanes = Timelines.subsets().get(15).stream()
                    .map(key -> new Lane(key, 10))
                    .toList();
            var scope = new TimelineScope(lanes, numbering == Numbering.AGENTS ? 190 : 50, numbering);
            for (var direction : Direction.values()) {
                long first = direction == Direction.ASCENDING ? 0 : Long.MAX_VALUE;
                assertThat(pageByPage(timeline, scope, direction, first))
                        .as("all pages of %s, %s", scope, direction)
                        .isEqualTo(timeline.oracle(scope, direction, first, Integer.MAX_VALUE))
                        .isNotEmpty();
            }
        }
    }

    private static List<TimelineEntry> pageByPage(
            Timelines timeline, TimelineScope scope, Direction direction, long first) {
        var all = new ArrayList<TimelineEntry>();
        long start = first;
        // A page that never ends would otherwise be waited for.
        for (int number = 0; number < timeline.entries.size(); number++) {
            var page = timeline.page(scope, direction, start, 7);
            if (page.isEmpty()) {
                break;
            }
            all.addAll(page);
            long last = page.get(page.size() - 1).position(scope.numbering());
            start = direction == Direction.ASCENDING ? last + 1 : last;
        }
        return all;
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.TIMELINE)
    @DisplayName("B-52 is the largest there is, if so many are asked for")
    void largest() {
        var timeline = Timelines.written(empty(), new Random(3), Samples.CHAT, TimelineQuery.MAX_LIMIT + 5, 300);
        var scope = Shown.everything(Numbering.AGENTS);
        for (var direction : Direction.values()) {
            long start = direction == Direction.ASCENDING ? 0 : Long.MAX_VALUE;

            assertThat(timeline.page(scope, direction, start, TimelineQuery.MAX_LIMIT))
                    .isEqualTo(timeline.oracle(scope, direction, start, TimelineQuery.MAX_LIMIT));
        }
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.TIMELINE)
    @DisplayName("B-38 P-3 counts in the customer's own sequence, in which nothing internal has a place")
    void customerNumbering() {
        var storage = empty();
        var timeline = Timelines.written(storage, new Random(11), Samples.CHAT, 60, 10);
        var scope = Shown.everything(Numbering.CUSTOMER);

        var all = timeline.page(scope, Direction.ASCENDING, 0, 100);

        assertThat(all).hasSizeGreaterThan(5).allMatch(entry -> entry.kind().isPublic());
        for (int start = 0; start <= all.size(); start++) {
            assertThat(timeline.page(scope, Direction.ASCENDING, start, 100))
                    .as("from %d on", start)
                    .isEqualTo(all.subList(start, all.size()));
        }
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.TIMELINE)
    @DisplayName("B-54 P-11 is empty if there is no such conversation, or if nothing is in scope")
    void unknown() {
        var storage = empty();
        var timeline = Timelines.written(storage, new Random(5), Samples.CHAT, 20, 10);
        var scope = Shown.everything(Numbering.AGENTS);

        for (var direction : Direction.values()) {
            assertThat(storage.conversations()
                            .read(new TimelineQuery(new ConversationId("other"), scope, direction, 9, 10)))
                    .isEmpty();
            assertThat(timeline.page(new TimelineScope(List.of(), 20, Numbering.AGENTS), direction, 9, 10))
                    .as("without lanes")
                    .isEmpty();
            assertThat(timeline.page(new TimelineScope(scope.lanes(), 0, Numbering.AGENTS), direction, 9, 10))
                    .as("until the first")
                    .isEmpty();
        }
    }
}
