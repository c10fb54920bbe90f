package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Invitation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Overdue conversations")
class OverdueTest {
    private final ListWorld world = new ListWorld();

    @Test
    @DisplayName("are those with a time box or a time to live that is over, the longest overdue first")
    void order() {
        world.write(Heads.open("box").granted("bo", 0, NOW.minusSeconds(1)));
        world.write(Heads.open("life").invited("bo", NOW.minusSeconds(3)));
        world.write(Heads.open("now").granted("bo", 0, null).granted("cy", 0, NOW));
        world.write(Heads.open("both").granted("bo", 0, NOW.plusSeconds(9)).invited("cy", NOW.minusSeconds(2)));
        world.write(Heads.open("later").granted("bo", 0, NOW.plusNanos(1)).invited("cy", NOW.plusNanos(1)));
        world.write(Heads.open("never").granted("bo", 0, null));

        assertThat(overdue(NOW, 10)).containsExactly("life", "both", "box", "now");
        assertThat(overdue(NOW, 2)).containsExactly("life", "both");
        assertThat(overdue(NOW.minusSeconds(4), 10)).isEmpty();
        assertThat(overdue(NOW.plusNanos(1), 10)).endsWith("later").hasSize(5);
    }

    @Test
    @DisplayName("of the same instant come by id")
    void sameInstant() {
        Stream.of("c", "a", "b").forEach(id -> world.write(Heads.open(id).invited("bo", NOW)));

        assertThat(overdue(NOW, 2)).containsExactly("a", "b");
    }

    @Test
    @DisplayName("are overdue no longer when it is written, but for what else is over")
    void written() {
        world.write(Heads.open("one").granted("bo", 0, NOW.minusSeconds(1)).invited("cy", NOW));
        world.write(Heads.open("two").invited("cy", NOW));

        world.note(Heads.open("one").invited("cy", NOW), false);
        assertThat(overdue(NOW.minusSeconds(1), 10)).isEmpty();
        assertThat(overdue(NOW, 10)).containsExactly("one", "two");
        world.note(Heads.open("one"), false);
        world.note(Heads.open("two"), false);

        assertThat(overdue(Instant.MAX, 10)).isEmpty();
    }

    @Test
    @DisplayName("are found also where there is nothing to show the customer yet")
    void unlisted() {
        world.note(Heads.open("one").invited("cy", NOW), false);

        assertThat(overdue(NOW, 10)).containsExactly("one");
    }

    @Test
    @DisplayName("are what the heads say, after every commit")
    void oracle() {
        int found = 0;
        for (long seed = 1; seed <= 40; seed++) {
            var random = new RandomLists(seed, 12);
            var generated = new ListWorld();
            for (int step = 0; step < 60; step++) {
                random.step(generated);
                var now = random.moment(4);
                int limit = random.upTo(15);
                var expected = oracle(generated, now, limit);
                assertThat(generated.conversations.overdue(now, limit))
                        .describedAs("seed %d, step %d, at %s, limit %d", seed, step, now, limit)
                        .isEqualTo(expected);
                found += expected.size();
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    @DisplayName("are asked for at least one at a time")
    void limit() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> world.conversations.overdue(NOW, 0))
                .extracting(InvalidArgumentException::argument)
                .isEqualTo("limit");
    }

    private List<String> overdue(Instant now, int limit) {
        return world.conversations.overdue(now, limit).stream()
                .map(ConversationId::value)
                .toList();
    }

    private static List<ConversationId> oracle(ListWorld generated, Instant now, int limit) {
        var late = new ArrayList<ConversationHead>(generated.heads());
        late.removeIf(head -> firstEnd(head).filter(end -> !now.isBefore(end)).isEmpty());
        late.sort(Comparator.comparing((ConversationHead head) -> firstEnd(head).orElseThrow())
                .thenComparing(ConversationHead::id));
        return late.stream().limit(limit).map(ConversationHead::id).toList();
    }

    private static Optional<Instant> firstEnd(ConversationHead head) {
        var ends = new ArrayList<Instant>();
        head.collaborations().stream()
                .map(Collaboration::endsAt)
                .filter(Objects::nonNull)
                .forEach(ends::add);
        head.invitations().stream().map(Invitation::expiresAt).forEach(ends::add);
        return ends.stream().min(Comparator.naturalOrder());
    }
}
