package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CARL;
import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.spi.IdQuery;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks for the ids of all conversations of an inbox or a customer, which work in batches goes through. */
public abstract class IdsSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected IdsSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.ids", read = Chapter.LISTS)
    @DisplayName("B-69 are listed by inbox and by customer, each once, in their order, page after page")
    void pages() {
        var storage = empty();
        for (var id : List.of("d", "a", "c", "b", "e")) {
            Shown.commit(storage, Commits.first(new ConversationId(id)));
        }
        for (int limit = 1; limit <= 6; limit++) {
            assertThat(pageByPage(storage, SHOP, limit))
                    .as("in pages of %d", limit)
                    .extracting(ConversationId::value)
                    .containsExactly("a", "b", "c", "d", "e");
        }
        assertThat(Shown.ids(storage, CARL)).isEqualTo(Shown.ids(storage, SHOP));
        assertThat(storage.conversations().ids(IdQuery.of(CARL, new ConversationId("b"), 2)))
                .extracting(ConversationId::value)
                .containsExactly("c", "d");
        assertThat(storage.conversations().ids(IdQuery.of(CARL, new ConversationId("bb"), 1)))
                .as("after one that is not there")
                .extracting(ConversationId::value)
                .containsExactly("c");
    }

    private static List<ConversationId> pageByPage(Storage storage, InboxId inbox, int limit) {
        var listed = new ArrayList<ConversationId>();
        var page = storage.conversations().ids(IdQuery.of(inbox, null, limit));
        // Twice as many as there are: a page that never ends would otherwise be waited for.
        while (!page.isEmpty() && listed.size() <= 10) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            listed.addAll(page);
            page = storage.conversations().ids(IdQuery.of(inbox, page.get(page.size() - 1), limit));
        }
        return listed;
    }

    @Test
    @Clause(value = "ConversationStore.ids", read = Chapter.LISTS)
    @DisplayName("B-69 are those of the inbox or customer asked for, whatever the state, and of no other")
    void others() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("a").status(ConversationStatus.CLOSED));
        world.write(Heads.open("b").in("bank"));
        world.write(Heads.open("c").of("dora"));
        world.write(Heads.open("d").in("bank").of("dora").status(ConversationStatus.RESOLVED));

        assertThat(values(Shown.ids(storage, SHOP))).containsExactly("a", "c");
        assertThat(values(Shown.ids(storage, Story.BANK))).containsExactly("b", "d");
        assertThat(values(Shown.ids(storage, CARL))).containsExactly("a", "b");
        assertThat(values(Shown.ids(storage, new CustomerId("dora")))).containsExactly("c", "d");
        assertThat(Shown.ids(storage, new CustomerId("bank"))).isEmpty();
        assertThat(Shown.ids(storage, new InboxId("dora"))).isEmpty();
    }

    @Test
    @Clause(value = "ConversationStore.ids", read = Chapter.LISTS)
    @DisplayName("B-66 B-69 follow a conversation into another inbox")
    void moved() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("a"));
        world.write(Heads.open("b"));
        world.write(Heads.open("a").in("bank"));

        assertThat(values(Shown.ids(storage, SHOP))).containsExactly("b");
        assertThat(values(Shown.ids(storage, Story.BANK))).containsExactly("a");
        assertThat(values(Shown.ids(storage, CARL))).containsExactly("a", "b");
    }

    @Test
    @Clause(value = "ConversationStore.ids", read = Chapter.LISTS)
    @DisplayName("B-69 are each on one page, whatever is written to the conversations between two pages")
    void meanwhile() {
        var storage = empty();
        var world = new ListWorld(storage);
        for (var id : List.of("a", "b", "c", "d")) {
            world.write(Heads.open(id));
        }
        var first = storage.conversations().ids(IdQuery.of(CARL, null, 2));
        world.write(Heads.open("a").active(Samples.NOW.plusSeconds(9)));
        world.write(Heads.open("d").in("bank").active(Samples.NOW.minusSeconds(9)));
        world.write(Heads.open("aa"));

        var second = storage.conversations().ids(IdQuery.of(CARL, first.get(1), 10));

        assertThat(values(first)).containsExactly("a", "b");
        assertThat(values(second)).containsExactly("c", "d");
    }

    private static List<String> values(List<ConversationId> ids) {
        return ids.stream().map(ConversationId::value).toList();
    }
}
