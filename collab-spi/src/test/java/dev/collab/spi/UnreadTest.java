package dev.collab.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Author;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is unread")
class UnreadTest {
    private static final AgentId ASHA = new AgentId("asha");
    private static final AgentId BO = new AgentId("bo");
    private static final List<AudienceKey> KEYS = Stream.concat(
                    Stream.of(Audience.values()).map(AudienceKey::of),
                    Stream.of(ASHA, BO).map(AudienceKey::of))
            .toList();

    @Test
    @DisplayName("B-57 P-1 is as many entries as the scope admits, or 100, whoever is named in them")
    void admitted() {
        int capped = 0;
        for (long seed = 1; seed <= 4_000; seed++) {
            var random = new Random(seed);
            var entries = entries(random, random.nextInt(400));
            var scope = scope(random);
            long admitted = entries.stream().filter(scope::admits).count();
            capped += admitted > Unread.MOST ? 1 : 0;

            // Bo's notes are none of Asha's business.
            var unread = Unread.of(entries, ASHA).in(scope, ASHA);
            assertThat(unread).as("seed %d", seed).isEqualTo(Math.min(Unread.MOST, admitted));
        }
        assertThat(capped).isGreaterThan(100);
    }

    @Test
    @DisplayName("B-38 B-57 is for the customer what is public, and nothing besides")
    void customer() {
        var entries = entries(new Random(1), 60);
        var scope = new TimelineScope(List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0)), 400, Numbering.CUSTOMER);

        assertThat(Unread.of(entries, null).in(scope, null))
                .isEqualTo((int) entries.stream().filter(scope::admits).count())
                .isPositive();
    }

    private static TimelineScope scope(Random random) {
        var keys = new ArrayList<>(KEYS);
        keys.remove(AudienceKey.of(BO));
        while (keys.size() > random.nextInt(TimelineScope.MAX_LANES + 1)) {
            keys.remove(random.nextInt(keys.size()));
        }
        return new TimelineScope(keys.stream().map(key -> new Lane(key, 0)).toList(), Long.MAX_VALUE, Numbering.AGENTS);
    }

    private static List<TimelineEntry> entries(Random random, int size) {
        var entries = new ArrayList<TimelineEntry>();
        long customerSequence = 0;
        // Some timelines are nearly all of one audience, so that one of them stops counting and the others do not.
        var often = one(random);
        for (int sequence = 0; sequence < size; sequence++) {
            var audience = random.nextInt(4) > 0 ? often : one(random);
            boolean isPublic = audience == Audience.PUBLIC;
            entries.add(new TimelineEntry(
                    new ConversationId("chat"),
                    sequence,
                    1,
                    isPublic ? customerSequence++ : null,
                    isPublic ? EntryKind.CUSTOMER_MESSAGE : EntryKind.NOTE,
                    audience,
                    isPublic ? Set.of() : readers(random),
                    new Author(ActorKind.AGENT, "asha", "Asha"),
                    null,
                    "text",
                    List.of(),
                    Map.of(),
                    null,
                    Instant.EPOCH,
                    false));
        }
        return entries;
    }

    private static Audience one(Random random) {
        return List.of(Audience.values()).get(random.nextInt(4));
    }

    private static Set<AgentId> readers(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Set.of();
            case 1 -> Set.of(ASHA);
            default -> Set.of(ASHA, BO);
        };
    }
}
