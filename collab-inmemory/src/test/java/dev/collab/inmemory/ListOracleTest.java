package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationStatus;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ListedConversation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists against the meaning of a query: filter all conversations, sort them, then take the page. */
@DisplayName("A list")
class ListOracleTest {
    @ParameterizedTest(name = "{0}")
    @EnumSource(ListKind.class)
    @DisplayName("B-52 B-57 holds what the query admits, newest activity first, after every commit and every change")
    void oracle(ListKind list) {
        int listed = 0;
        for (long seed = 1; seed <= 60; seed++) {
            var random = new RandomLists(seed, 1 + (int) seed % 25);
            var world = new ListWorld();
            for (int step = 0; step < 80; step++) {
                random.step(world);
                for (int round = 0; round < 4; round++) {
                    listed += compare(seed, step, world, random.query(list));
                }
            }
        }
        assertThat(listed).isGreaterThan(2_000);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ListKind.class)
    @DisplayName("B-57 is the same page by page as at once, while nothing changes")
    void pages(ListKind list) {
        int listed = 0;
        for (long seed = 101; seed <= 140; seed++) {
            var random = new RandomLists(seed, 80);
            var world = new ListWorld();
            for (int step = 0; step < 300; step++) {
                random.step(world);
            }
            for (int round = 0; round < 10; round++) {
                var all =
                        new ConversationQuery(random.scope(), list, EnumSet.allOf(ConversationStatus.class), null, 200);
                var paged = pageByPage(world, all, random.upTo(7));
                assertThat(paged).describedAs("seed %d, %s", seed, all).isEqualTo(world.oracle(all));
                listed += paged.size();
            }
        }
        assertThat(listed).isGreaterThan(1_000);
    }

    @Test
    @DisplayName("B-57 is empty where there are no conversations")
    void empty() {
        var random = new RandomLists(1, 1);
        for (var list : ListKind.values()) {
            assertThat(new ListWorld().conversations.find(random.query(list))).isEmpty();
        }
    }

    @Test
    @DisplayName("has no row for a conversation with nothing to show the customer, until it has")
    void nothingToShow() {
        var world = new ListWorld();
        var head = Heads.open("chat").assignedTo("asha");
        var query = ListViews.agent("asha").list(ListKind.MINE);

        world.note(head, false);
        assertThat(world.conversations.find(query)).isEmpty();
        world.write(head);

        assertThat(world.conversations.find(query))
                .isEqualTo(world.oracle(query))
                .hasSize(1);
        assertThat(world.conversations.find(query)).isUnmodifiable();
    }

    private static List<ListedConversation> pageByPage(ListWorld world, ConversationQuery query, int limit) {
        var paged = new ArrayList<ListedConversation>();
        var page = world.conversations.find(ListViews.page(query, null, limit));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            paged.addAll(page);
            var last = page.get(page.size() - 1).head();
            var after = new Position(last.lastActivityAt(), last.id());
            page = world.conversations.find(ListViews.page(query, after, limit));
        }
        return paged;
    }

    private static int compare(long seed, int step, ListWorld world, ConversationQuery query) {
        var page = world.conversations.find(query);
        var expected = world.oracle(query);
        if (!page.equals(expected)) {
            assertThat(page)
                    .describedAs("seed %d, step %d, %s", seed, step, query)
                    .isEqualTo(expected);
        }
        return page.size();
    }
}
