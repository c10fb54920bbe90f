package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.ConversationHead;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether what was taken out of an entry is gone, and everything else about it stays. */
public abstract class RedactionSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected RedactionSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-48 keeps the place of the entry, between those that nobody touched")
    void place() {
        var storage = empty();
        var message = Samples.message(CHAT, 0, 1, 0, "message 0");
        var note = Samples.note(CHAT, 1, 2, Audience.AGENTS, Set.of(Samples.ASHA));
        Shown.commit(storage, Commits.first(CHAT));
        Shown.commit(
                storage,
                Commits.after(message(1)).head(Samples.head(CHAT, 2, 2, 1)).entries(note));
        Shown.commit(storage, Commits.after(Samples.head(CHAT, 2, 2, 1)).redacting(note.withoutContent()));

        assertThat(Shown.timeline(storage, CHAT))
                .containsExactly(message, note.withoutContent(), Samples.message(CHAT, 2, 3, 1, "message 1"));
        assertThat(Shown.count(storage, CHAT)).isEqualTo(3);
    }

    private static ConversationHead message(long revision) {
        return Samples.head(CHAT, revision, revision, revision);
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.TIMELINE)
    @DisplayName("B-48 P-2 leaves nothing of the text in any page, of agents and of the customer, up and down")
    void goneFromPages() {
        var storage = empty();
        Shown.commit(storage, Story.opened());
        Shown.commit(storage, Story.redacted());

        for (var page : pages(storage)) {
            assertThat(page.toString()).doesNotContain("1234", "note 1");
        }
        assertThat(Shown.timeline(storage, CHAT))
                .extracting(TimelineEntry::redacted)
                .containsExactly(true, true, false, false);
    }

    private static Iterable<Iterable<TimelineEntry>> pages(Storage storage) {
        var pages = new ArrayList<Iterable<TimelineEntry>>();
        for (var numbering : Numbering.values()) {
            for (var direction : Direction.values()) {
                var query = new TimelineQuery(
                        CHAT, Shown.everything(numbering), direction, direction == Direction.ASCENDING ? 0 : 99, 10);
                pages.add(storage.conversations().read(query));
            }
        }
        return pages;
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-48 B-57 P-2 leaves nothing of the text in lists, where the entry stays the newest one")
    void goneFromLists() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        var left = Samples.message(CHAT, 0, 1, 0, "message 0").withoutContent();
        Shown.commit(
                storage,
                Commits.after(message(1))
                        .head(Samples.head(CHAT, 2, 2, 1, 0))
                        .entries(Samples.note(CHAT, 1, 2, Audience.AGENTS, Set.of()))
                        .redacting(left));

        assertThat(Shown.list(storage, ListViews.customer("carl")))
                .extracting(row -> row.newestPublic())
                .containsExactly(left);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-48 P-24 is refused with its commit, and then nothing is taken away")
    void refused() {
        var storage = empty();
        Shown.commit(storage, Story.opened());
        Shown.change(storage, Story.BANK);

        storage.conversations().commit(Story.redacted().build());

        assertThat(Shown.timeline(storage, CHAT)).isEqualTo(Story.opened().entries());
        assertThat(Shown.list(storage, ListViews.customer("carl")))
                .extracting(row -> row.newestPublic())
                .containsExactly(Story.opened().entries().get(0));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-69 may take names away and leave the text, and may come again")
    void names() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        var nameless = Samples.message(CHAT, 0, 1, 0, "message 0")
                .withNames(new Author(ActorKind.CUSTOMER, "carl", "somebody"), null, Map.of("name", "somebody"));

        Shown.commit(storage, Commits.after(message(1)).redacting(nameless));
        assertThat(Shown.timeline(storage, CHAT)).startsWith(nameless).hasSize(2);
        Shown.commit(storage, Commits.after(message(2)).redacting(nameless.withoutContent()));

        assertThat(Shown.timeline(storage, CHAT))
                .startsWith(nameless.withoutContent())
                .hasSize(3);
    }
}
