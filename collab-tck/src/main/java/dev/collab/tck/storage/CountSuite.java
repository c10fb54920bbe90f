package dev.collab.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineScope;
import dev.collab.spi.CountQuery;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks for counts and holds them against {@link TimelineScope#admits}: filter all, then count. */
public abstract class CountSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected CountSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.count", read = Chapter.TIMELINE)
    @DisplayName("B-52 B-57 is how many entries the scope admits from the position on, up to where it stops")
    void oracle() {
        var storage = empty();
        for (long seed = 1; seed <= 16L * bench().effort(); seed++) {
            var random = new Random(seed);
            var timelines = new ArrayList<Timelines>();
            for (int number = 0; number < 3; number++) {
                var id = new ConversationId("chat-" + seed + "-" + number);
                timelines.add(Timelines.written(storage, random, id, 1 + random.nextInt(60), 40));
            }
            for (int round = 0; round < 40; round++) {
                var queries = new ArrayList<CountQuery>();
                var expected = new ArrayList<Integer>();
                for (int number = random.nextInt(5); number > 0; number--) {
                    var timeline = timelines.get(random.nextInt(3));
                    var query = query(random, timeline);
                    queries.add(query);
                    expected.add(timeline.oracle(query));
                }
                assertThat(storage.conversations().count(queries))
                        .as("seed %d, %s", seed, queries)
                        .isEqualTo(expected);
            }
        }
    }

    private static CountQuery query(Random random, Timelines timeline) {
        var subsets = Timelines.subsets();
        var numbering = random.nextInt(3) == 0 ? Numbering.CUSTOMER : Numbering.AGENTS;
        var scope = timeline.scope(random, subsets.get(random.nextInt(subsets.size())), numbering);
        return new CountQuery(timeline.id, scope, random.nextInt(30), 1 + random.nextInt(30));
    }

    @Test
    @Clause(value = "ConversationStore.count", read = Chapter.TIMELINE)
    @DisplayName(
            "B-54 P-11 is zero where there is no such conversation, and one for each question, also the same again")
    void unknown() {
        var storage = empty();
        var timeline = Timelines.written(storage, new Random(1), Samples.CHAT, 10, 10);
        var scope = Shown.everything(Numbering.AGENTS);
        var none = new CountQuery(new ConversationId("unknown"), scope, 0, 10);
        var some = new CountQuery(timeline.id, scope, 4, 10);

        assertThat(storage.conversations().count(List.of(none, some, none, some)))
                .containsExactly(0, 6, 0, 6);
        assertThat(storage.conversations().count(List.of())).isEmpty();
    }

    @Test
    @Clause(value = "ConversationStore.count", read = Chapter.TIMELINE)
    @DisplayName("B-57 is given for any number of questions, in their order")
    void many() {
        var storage = empty();
        var timeline = Timelines.written(storage, new Random(1), Samples.CHAT, 300, 300);
        var queries = new ArrayList<CountQuery>();
        var expected = new ArrayList<Integer>();
        for (int from = 0; from < 250; from++) {
            queries.add(new CountQuery(timeline.id, Shown.everything(Numbering.AGENTS), from, CountQuery.MAX_COUNT));
            expected.add(300 - from);
        }
        Collections.shuffle(queries, new Random(2));
        Collections.shuffle(expected, new Random(2));

        assertThat(storage.conversations().count(queries)).isEqualTo(expected);
    }

    @Test
    @Clause(value = "ConversationStore.count", read = Chapter.TIMELINE)
    @DisplayName("B-38 P-1 is the same for the customer, whatever internal entries come between")
    void customer() {
        var storage = empty();
        var timeline = Timelines.written(storage, new Random(9), Samples.CHAT, 80, 10);
        long all = timeline.entries.stream()
                .filter(entry -> entry.kind().isPublic())
                .count();

        for (int from = 0; from <= all + 1; from++) {
            var query = new CountQuery(timeline.id, Shown.everything(Numbering.CUSTOMER), from, CountQuery.MAX_COUNT);
            assertThat(storage.conversations().count(List.of(query)))
                    .as("from %d on", from)
                    .containsExactly(Math.toIntExact(Math.max(0, all - from)));
        }
    }
}
