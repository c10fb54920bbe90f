package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CountQuery;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a count costs, counted in places of an index looked at. */
@DisplayName("A count of entries")
class CountCostTest {
    private static final List<AudienceKey> KEYS = List.of(
            AudienceKey.of(Audience.PUBLIC),
            AudienceKey.of(Audience.AGENTS),
            AudienceKey.of(Audience.ASSIGNEE),
            AudienceKey.of(Samples.ASHA));

    @Test
    @DisplayName("B-57 costs what it counts, whatever the length of the timeline and what is out of scope in it")
    void cost() {
        var timeline = new Timeline();
        for (int sequence = 0; sequence < 100_000; sequence++) {
            timeline.append(
                    sequence % 100 == 0
                            ? Samples.message(Samples.CHAT, sequence, 1, sequence / 100, "text")
                            : Samples.note(Samples.CHAT, sequence, 1, Audience.NAMED, Set.of(Samples.BO)));
        }
        var lanes = Stream.of(KEYS.get(0), KEYS.get(1), KEYS.get(2), KEYS.get(3))
                .map(key -> new Lane(key, 0))
                .toList();
        var scope = new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
        var touched = new AtomicLong();

        int count = timeline.count(new CountQuery(Samples.CHAT, scope, 40_000, 100), touched::incrementAndGet);

        assertThat(count).isEqualTo(100);
        // Each entry is looked at to be found and to be passed; each of 4 lanes begins with two binary searches.
        assertThat(touched.get()).isBetween(100L, 100 * 2 + 4 * 2 * 17L);
    }
}
