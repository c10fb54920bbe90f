package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.Storage;
import dev.collab.spi.StorageException;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.tck.Variation;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether an entry that this version does not know is kept from everybody, and not shown as something else. */
public abstract class OtherVersionsSuite extends StorageSuite {
    private static final ConversationId OTHER = new ConversationId("other");

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected OtherVersionsSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.VALUES, orDeclare = "Variation.READS_OTHER_VERSIONS")
    @DisplayName("P-15 P-45 fail every page that would show it, and no other; or the very entries that were given come"
            + " back")
    void pages() {
        var storage = empty();
        var first = conversation(storage, CHAT);
        conversation(storage, OTHER);
        if (!declares(Variation.READS_OTHER_VERSIONS)) {
            assertThat(Shown.timeline(storage, CHAT))
                    .as("the entries, which the adapter keeps as the objects they are")
                    .satisfiesExactly(
                            one -> assertThat(one).isSameAs(first.entries().get(0)),
                            one -> assertThat(one).isSameAs(first.entries().get(1)),
                            one -> assertThat(one).isSameAs(first.entries().get(2)));
            return;
        }
        bench().writeUnknownKind(storage, CHAT, 1);

        for (var direction : Direction.values()) {
            fails(() -> page(storage, Audience.AGENTS, direction, direction == Direction.ASCENDING ? 0 : 3, 3));
            fails(() -> page(storage, Audience.AGENTS, direction, direction == Direction.ASCENDING ? 1 : 2, 1));
        }
        assertThat(page(storage, Audience.AGENTS, Direction.ASCENDING, 2, 3))
                .containsExactly(first.entries().get(2));
        assertThat(page(storage, Audience.PUBLIC, Direction.ASCENDING, 0, 3))
                .containsExactly(first.entries().get(0));
        assertThat(Shown.timeline(storage, OTHER)).hasSize(3);
        assertThat(Shown.head(storage, CHAT)).as("the head").isEqualTo(first.head());
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.VALUES, orDeclare = "Variation.READS_OTHER_VERSIONS")
    @DisplayName("P-15 P-45 fail every list that would show it, and no other; or the very entry that was given comes"
            + " back")
    void lists() {
        var storage = empty();
        var first = conversation(storage, CHAT);
        var second = conversation(storage, OTHER);
        var all = ListViews.customer("carl");
        if (!declares(Variation.READS_OTHER_VERSIONS)) {
            assertThat(Shown.list(storage, all))
                    .satisfiesExactly(
                            row -> assertThat(row.newestPublic())
                                    .isSameAs(first.entries().get(0)),
                            row -> assertThat(row.newestPublic())
                                    .isSameAs(second.entries().get(0)));
            return;
        }
        bench().writeUnknownKind(storage, CHAT, 1);
        assertThat(Shown.list(storage, all)).as("while only a note is unknown").hasSize(2);
        bench().writeUnknownKind(storage, CHAT, 0);

        fails(() -> Shown.list(storage, all));
        fails(() -> Shown.list(storage, ListViews.agent("chat")));
        assertThat(Shown.list(storage, ListViews.agent("other"))).hasSize(1);
        assertThat(Shown.ids(storage, Samples.CARL)).containsExactly(CHAT, OTHER);
    }

    private static void fails(Runnable read) {
        assertThatExceptionOfType(StorageException.class)
                .as("a read that would show it")
                .isThrownBy(read::run)
                .matches(failure -> !failure.outcomeUnknown(), "says that nothing was changed");
    }

    private static List<TimelineEntry> page(
            Storage storage, Audience audience, Direction direction, long start, int limit) {
        var scope = new TimelineScope(List.of(new Lane(AudienceKey.of(audience), 0)), Long.MAX_VALUE, Numbering.AGENTS);
        return storage.conversations().read(new TimelineQuery(CHAT, scope, direction, start, limit));
    }

    /** A message and two notes, assigned to an agent who is named like the conversation. */
    private static Commits conversation(Storage storage, ConversationId id) {
        var counters = Samples.head(id, 1, 3, 1, 0).counters();
        var commit = Commits.first(id)
                .head(Heads.open(id.value()).assignedTo(id.value()).counting(counters))
                .entries(
                        Samples.message(id, 0, 1, 0, "message"),
                        Samples.note(id, 1, 1, Audience.AGENTS, Set.of()),
                        Samples.note(id, 2, 1, Audience.AGENTS, Set.of()));
        Shown.commit(storage, commit);
        return commit;
    }
}
