package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page costs, counted in places of an index and entries looked at. */
@DisplayName("A page costs the page")
class TimelineCostTest {
    private static final int LIMIT = 20;

    /** Per entry: itself, and each of 4 lanes looked at for the next one and looked at to pass it. */
    private static final long PER_ENTRY = 1 + 4 * 2;

    /** Per lane: two binary searches. */
    private static final long PER_DOUBLING = 4 * 2;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Direction.class)
    @DisplayName("whatever the length of the timeline")
    void length(Direction direction) {
        for (int size : List.of(1_000, 10_000, 100_000)) {
            var timeline = new Timeline();
            for (int sequence = 0; sequence < size; sequence++) {
                timeline.append(
                        sequence % 2 == 0
                                ? Samples.message(Samples.CHAT, sequence, 1, sequence / 2, "text")
                                : Samples.note(Samples.CHAT, sequence, 1, Audience.AGENTS, Set.of(Samples.ASHA)));
            }
            for (long start : List.of(30L, size / 2L, size - 30L)) {
                int doublings = 32 - Integer.numberOfLeadingZeros(size);
                assertThat(cost(timeline, Numbering.AGENTS, direction, start))
                        .isBetween((long) LIMIT, LIMIT * PER_ENTRY + PER_DOUBLING * doublings);
                // The customer's numbering needs no search at all.
                assertThat(cost(timeline, Numbering.CUSTOMER, direction, Math.min(start, size / 2 - 30)))
                        .isBetween((long) LIMIT, LIMIT * PER_ENTRY);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Direction.class)
    @DisplayName("whatever lies out of scope between its entries")
    void outOfScope(Direction direction) {
        var timeline = new Timeline();
        int size = 100_000;
        for (int sequence = 0; sequence < size; sequence++) {
            timeline.append(
                    sequence % 2_000 == 0
                            ? Samples.message(Samples.CHAT, sequence, 1, sequence / 2_000, "text")
                            : Samples.note(Samples.CHAT, sequence, 1, Audience.NAMED, Set.of(Samples.BO)));
        }
        assertThat(cost(timeline, Numbering.AGENTS, direction, size / 2L))
                .isBetween((long) LIMIT, LIMIT * PER_ENTRY + PER_DOUBLING * 17);
    }

    private static long cost(Timeline timeline, Numbering numbering, Direction direction, long start) {
        var touched = new AtomicLong();
        var lanes = Stream.of(
                        AudienceKey.of(Audience.PUBLIC),
                        AudienceKey.of(Audience.AGENTS),
                        AudienceKey.of(Audience.ASSIGNEE),
                        AudienceKey.of(Samples.ASHA))
                .map(key -> new Lane(key, 0))
                .toList();
        var scope = new TimelineScope(lanes, Long.MAX_VALUE, numbering);
        var page = timeline.page(
                new TimelineQuery(Samples.CHAT, scope, direction, start, LIMIT), touched::incrementAndGet);
        assertThat(page).hasSize(LIMIT);
        return touched.get();
    }
}
