package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.Invitation;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks which conversations have a time box or a time to live that is over. */
public abstract class OverdueSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected OverdueSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.overdue", read = Chapter.LISTS)
    @DisplayName("B-22 B-24 are those with a time box or a time to live that is over, the longest overdue first")
    void order() {
        var world = new ListWorld(empty());
        world.write(Heads.open("box").granted("bo", 0, NOW.minusSeconds(1)));
        world.write(Heads.open("life").invited("bo", NOW.minusSeconds(3)));
        world.write(Heads.open("now").granted("bo", 0, null).granted("cy", 0, NOW));
        world.write(Heads.open("both").granted("bo", 0, NOW.plusSeconds(9)).invited("cy", NOW.minusSeconds(2)));
        world.write(Heads.open("later").granted("bo", 0, NOW.plusMillis(1)).invited("cy", NOW.plusMillis(1)));
        world.write(Heads.open("never").granted("bo", 0, null));

        assertThat(overdue(world, NOW, 10)).containsExactly("life", "both", "box", "now");
        assertThat(overdue(world, NOW, 2)).containsExactly("life", "both");
        assertThat(overdue(world, NOW.minusSeconds(4), 10)).isEmpty();
        assertThat(overdue(world, NOW.plusMillis(1), 10)).endsWith("later").hasSize(5);
        assertThat(overdue(world, Instant.MAX, Integer.MAX_VALUE)).hasSize(5);
        assertThat(overdue(world, Instant.MIN, 10)).isEmpty();
    }

    @Test
    @Clause(value = "ConversationStore.overdue", read = Chapter.LISTS)
    @DisplayName("B-22 P-47 are overdue from the instant on, and not a nanosecond before")
    void boundary() {
        var world = new ListWorld(empty());
        world.write(Heads.open("one").invited("bo", NOW));

        assertThat(overdue(world, NOW.minusNanos(1), 10)).isEmpty();
        assertThat(overdue(world, NOW, 10)).containsExactly("one");
    }

    @Test
    @Clause(value = "ConversationStore.overdue", read = Chapter.LISTS)
    @DisplayName("B-22 B-24 are overdue no longer when it is written, but for what else is over")
    void written() {
        var world = new ListWorld(empty());
        world.write(Heads.open("one").granted("bo", 0, NOW.minusSeconds(1)).invited("cy", NOW));
        world.write(Heads.open("two").invited("cy", NOW.plusSeconds(1)));

        world.note(Heads.open("one").invited("cy", NOW), false);
        assertThat(overdue(world, NOW.minusSeconds(1), 10)).isEmpty();
        assertThat(overdue(world, NOW.plusSeconds(1), 10)).containsExactly("one", "two");
        world.note(Heads.open("one"), false);
        world.note(Heads.open("two"), false);

        assertThat(overdue(world, Instant.MAX, 10)).isEmpty();
    }

    @Test
    @Clause(value = "ConversationStore.overdue", read = Chapter.LISTS)
    @DisplayName("B-22 B-24 are what the heads say, after every commit")
    void oracle() {
        int found = 0;
        for (long seed = 1; seed <= 4L * bench().effort(); seed++) {
            var random = new RandomLists(seed, 12);
            var world = new ListWorld(empty());
            for (int step = 0; step < 60; step++) {
                random.step(world);
                var now = random.moment(4);
                int limit = random.upTo(15);
                var overdue = world.conversations.overdue(now, limit);
                compare(
                        "seed %d, step %d, at %s, limit %d".formatted(seed, step, now, limit),
                        world,
                        now,
                        limit,
                        overdue);
                found += overdue.size();
            }
        }
        assertThat(found).as("conversations that were found").isGreaterThan(200);
    }

    /** Those of the same instant may come in any order, and any of them may be the last ones. */
    private static void compare(String what, ListWorld world, Instant now, int limit, List<ConversationId> overdue) {
        var ends = new TreeMap<ConversationId, Instant>();
        world.heads().forEach(head -> firstEnd(head).ifPresent(end -> ends.put(head.id(), end)));
        ends.values().removeIf(now::isBefore);
        var expected = ends.values().stream().sorted().limit(limit).toList();
        assertThat(overdue)
                .as(what)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(ends).containsKey(id));
        assertThat(overdue.stream().map(ends::get).toList())
                .as("%s: the ends of %s", what, overdue)
                .isEqualTo(expected);
    }

    private static Optional<Instant> firstEnd(ConversationHead head) {
        var boxes = head.collaborations().stream().map(Collaboration::endsAt).filter(Objects::nonNull);
        var lives = head.invitations().stream().map(Invitation::expiresAt);
        return Stream.concat(boxes, lives).min(Comparator.naturalOrder());
    }

    @Test
    @Clause(value = "ConversationStore.overdue", read = Chapter.LISTS)
    @DisplayName("B-22 are found again until it is written: asking changes nothing")
    void askedAgain() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("one").invited("bo", NOW));

        assertThat(overdue(world, NOW, 1)).isEqualTo(overdue(world, NOW, 1)).containsExactly("one");
        assertThat(Shown.head(storage, new ConversationId("one")).revision()).isEqualTo(1);
    }

    private static List<String> overdue(ListWorld world, Instant now, int limit) {
        return world.conversations.overdue(now, limit).stream()
                .map(ConversationId::value)
                .toList();
    }
}
