package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CommitResult;
import dev.collab.spi.CountQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counts against the meaning of a scope: filter everything, then count. */
@DisplayName("Counts of entries")
class CountOracleTest {
    private static final List<AudienceKey> KEYS = List.of(
            AudienceKey.of(Audience.PUBLIC),
            AudienceKey.of(Audience.AGENTS),
            AudienceKey.of(Audience.ASSIGNEE),
            AudienceKey.of(Samples.ASHA),
            AudienceKey.of(Samples.BO));
    private static final List<Audience> INTERNAL = List.of(Audience.AGENTS, Audience.ASSIGNEE, Audience.NAMED);

    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    @DisplayName("B-52 B-57 are how many the scope admits from the position on, up to where they stop")
    void oracle() {
        long counted = 0;
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var timelines = new ArrayList<List<TimelineEntry>>();
            for (int number = 0; number < 3; number++) {
                timelines.add(store(random, "chat-" + seed + "-" + number, random.nextInt(60)));
            }
            for (int round = 0; round < 40; round++) {
                var queries = new ArrayList<CountQuery>();
                var expected = new ArrayList<Integer>();
                for (int number = random.nextInt(5); number > 0; number--) {
                    int place = random.nextInt(3);
                    var query = query(random, "chat-" + seed + "-" + place);
                    queries.add(query);
                    expected.add(oracle(timelines.get(place), query));
                }
                assertThat(storage.conversations().count(queries))
                        .describedAs("seed %d, %s", seed, queries)
                        .isEqualTo(expected);
                counted += expected.stream().mapToInt(count -> count).sum();
            }
        }
        assertThat(counted).isGreaterThan(10_000);
    }

    @Test
    @DisplayName("are zero where there is no such conversation")
    void unknown() {
        var query = query(new Random(1), "unknown");

        assertThat(storage.conversations().count(List.of(query, query))).containsExactly(0, 0);
        assertThat(storage.conversations().count(List.of())).isEmpty();
    }

    @Test
    @DisplayName("B-57 cost what they count, whatever the length of the timeline and what is out of scope in it")
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

    private List<TimelineEntry> store(Random random, String id, int size) {
        var conversation = new ConversationId(id);
        var entries = new ArrayList<TimelineEntry>();
        long customerEntries = 0;
        for (long sequence = 0; sequence < size; sequence++) {
            if (random.nextInt(3) == 0) {
                entries.add(Samples.message(conversation, sequence, 1, customerEntries, "message"));
                customerEntries++;
            } else {
                var readers = new TreeSet<AgentId>(random.nextBoolean() ? Set.of(Samples.ASHA) : Set.of());
                readers.addAll(random.nextBoolean() ? Set.of(Samples.BO) : Set.of());
                entries.add(Samples.note(conversation, sequence, 1, INTERNAL.get(random.nextInt(3)), readers));
            }
        }
        var head = Samples.head(conversation, 1, size, customerEntries);
        var commit = new Commit(head, 0, 0, entries, List.of(), List.of(), List.of(), null);
        assertThat(storage.conversations().commit(commit)).isEqualTo(CommitResult.COMMITTED);
        return entries;
    }

    private static CountQuery query(Random random, String id) {
        var lanes = KEYS.stream()
                .filter(key -> random.nextBoolean())
                .limit(TimelineScope.MAX_LANES)
                .map(key -> new Lane(key, random.nextBoolean() ? 0 : random.nextInt(60)))
                .toList();
        var numbering = random.nextInt(3) == 0 ? Numbering.CUSTOMER : Numbering.AGENTS;
        var scope = new TimelineScope(lanes, random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(60), numbering);
        return new CountQuery(new ConversationId(id), scope, random.nextInt(30), 1 + random.nextInt(30));
    }

    private static int oracle(List<TimelineEntry> entries, CountQuery query) {
        return (int) entries.stream()
                .filter(query.scope()::admits)
                .filter(entry -> entry.position(query.scope().numbering()) >= query.from())
                .limit(query.most())
                .count();
    }
}
