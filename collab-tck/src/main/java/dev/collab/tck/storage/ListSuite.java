package dev.collab.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationStatus;
import dev.collab.model.GroupReading;
import dev.collab.model.Numbering;
import dev.collab.model.ViewerMark;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.Storage;
import dev.collab.spi.Unread;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks for lists and holds them against {@link ConversationQuery#admits}: filter all, sort, then take the page. */
public abstract class ListSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ListSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-52 B-53 B-57 holds what the query admits, newest activity first, after every commit and change")
    void oracle() {
        int listed = 0;
        for (long seed = 1; seed <= 12L * bench().effort(); seed++) {
            var random = new RandomLists(seed, 1 + (int) seed % 25);
            var world = new ListWorld(empty());
            for (int step = 0; step < 60; step++) {
                random.step(world);
                for (var list : ListKind.values()) {
                    listed += compare(seed, step, world, random.query(list));
                }
            }
        }
        assertThat(listed).as("rows that were compared").isGreaterThan(1_000);
    }

    private static int compare(long seed, int step, ListWorld world, ConversationQuery query) {
        var page = world.conversations.find(query);
        var expected = world.oracle(query);
        if (!page.equals(expected)) {
            assertThat(page).as("seed %d, step %d, %s", seed, step, query).isEqualTo(expected);
        }
        return page.size();
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-57 is the same page by page as at once, while nothing changes")
    void pages() {
        for (long seed = 101; seed <= 100 + 4L * bench().effort(); seed++) {
            var random = new RandomLists(seed, 80);
            var world = new ListWorld(empty());
            for (int step = 0; step < 200; step++) {
                random.step(world);
            }
            for (var list : ListKind.values()) {
                for (int round = 0; round < 6; round++) {
                    var all = new ConversationQuery(
                            random.scope(), list, EnumSet.allOf(ConversationStatus.class), null, 200);
                    assertThat(pageByPage(world, all, random.upTo(7)))
                            .as("seed %d, %s", seed, all)
                            .isEqualTo(world.oracle(all));
                }
            }
        }
    }

    private static List<ListedConversation> pageByPage(ListWorld world, ConversationQuery query, int limit) {
        var paged = new ArrayList<ListedConversation>();
        var page = world.conversations.find(ListViews.page(query, null, limit));
        // Twice as many rows as there are: a page that never ends would otherwise be waited for.
        while (!page.isEmpty() && paged.size() <= 2 * world.heads().size()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            paged.addAll(page);
            var last = page.get(page.size() - 1).head();
            var after = new Position(last.lastActivityAt(), last.id());
            page = world.conversations.find(ListViews.page(query, after, limit));
        }
        return paged;
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-57 is ordered by id where the activity is of the same instant, also from page to page")
    void sameInstant() {
        var world = new ListWorld(empty());
        for (var id : List.of("c", "a", "e", "b", "d")) {
            world.write(Heads.open(id).assignedTo("asha"));
        }
        var mine = ListViews.agent("asha").list(ListKind.MINE);

        assertThat(pageByPage(world, mine, 2))
                .extracting(row -> row.head().id().value())
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-7 P-8 shows a collaborator nothing once the inbox's epoch has advanced, nor past a time box")
    void epochs() {
        var world = new ListWorld(empty());
        world.write(Heads.open("one").granted("bo", 0, null));
        world.write(Heads.open("two").granted("bo", 0, Samples.NOW));
        world.write(Heads.open("three").granted("bo", 0, Samples.NOW.plusSeconds(1)));
        world.write(Heads.open("four").in("bank").granted("bo", 0, null));
        assertThat(ids(world, "bo")).containsExactly("four", "one", "three");

        world.decide("shop", 1, GroupReading.QUEUED, false);
        assertThat(ids(world, "bo")).containsExactly("four");
        world.write(Heads.open("one").granted("bo", 1, null));

        assertThat(ids(world, "bo")).containsExactly("four", "one");
    }

    private static List<String> ids(ListWorld world, String agent) {
        return world.conversations.find(ListViews.agent(agent).list(ListKind.COLLABORATING)).stream()
                .map(row -> row.head().id().value())
                .toList();
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-1 B-53 follows the settings at once, of each row's own inbox")
    void settings() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("one").group("first").assignedTo("asha"));
        world.write(Heads.open("two").in("bank").group("first").assignedTo("asha"));
        var member = ListViews.agent("bo").inGroup("first");
        assertThat(Shown.list(storage, member)).isEmpty();

        world.decide("shop", 0, GroupReading.ALL, false);
        world.decide("bank", 0, GroupReading.QUEUED, false);

        assertThat(Shown.list(storage, member)).singleElement().satisfies(row -> {
            assertThat(row.head().id().value()).isEqualTo("one");
            assertThat(row.settings()).isEqualTo(Shown.settings(storage, Samples.SHOP));
        });
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-38 B-57 is not moved by anything internal")
    void internal() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("old").active(Samples.NOW));
        world.write(Heads.open("new").active(Samples.NOW.plusSeconds(1)));
        var before = Shown.list(storage, ListViews.customer("carl"));

        world.note(Heads.open("old"), false);
        var after = Shown.list(storage, ListViews.customer("carl"));

        assertThat(after).extracting(row -> row.head().id().value()).containsExactly("new", "old");
        assertThat(after)
                .extracting(ListedConversation::newestPublic)
                .isEqualTo(before.stream().map(ListedConversation::newestPublic).toList());
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-54 B-57 is empty where there are no conversations")
    void none() {
        var random = new RandomLists(1, 1);
        var conversations = empty().conversations();
        for (var list : ListKind.values()) {
            assertThat(conversations.find(random.query(list))).isEmpty();
        }
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-57 P-1 counts from the mark on what is new, by who may see it, and stops at 100")
    void unread() {
        var storage = empty();
        var timeline = Timelines.written(storage, new Random(57), Samples.CHAT, 420, 60);
        var admin = ListViews.agent("asha").with(Set.of(), Set.of(Samples.SHOP), Set.of());
        for (long mark : List.of(0L, 1L, 250L, 319L, 320L, 321L, 395L, 419L, 420L, 421L, Long.MAX_VALUE)) {
            storage.conversations().mark(new ViewerMark(Samples.CHAT, ActorKind.AGENT, "asha", mark));
            storage.conversations().mark(new ViewerMark(Samples.CHAT, ActorKind.CUSTOMER, Samples.CARL.value(), mark));

            assertThat(unread(storage, admin))
                    .as("for an agent after a mark at %d", mark)
                    .isEqualTo(Unread.of(timeline.from(mark, Numbering.AGENTS), Samples.ASHA));
            assertThat(unread(storage, ListViews.customer(Samples.CARL.value())))
                    .as("for the customer after a mark at %d", mark)
                    .isEqualTo(Unread.of(timeline.from(mark, Numbering.CUSTOMER), null));
        }
    }

    private static Unread unread(Storage storage, ListViews viewer) {
        var rows = Shown.list(storage, viewer);
        assertThat(rows).hasSize(1);
        return rows.get(0).unread();
    }
}
