package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks for collaborations and holds them against {@link CollaborationQuery#admits}: filter all, then take the page. */
public abstract class CollaborationSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected CollaborationSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    @DisplayName("B-74 are those in force and those that ended, by inbox, conversation and period, in their order")
    void oracle() {
        int found = 0;
        for (long seed = 1; seed <= 4L * bench().effort(); seed++) {
            var random = new RandomLists(seed, 6);
            var storage = empty();
            var world = new ListWorld(storage);
            for (int step = 0; step < 60; step++) {
                random.step(world);
                var query = random.collaborations();
                var page = storage.collaborations().find(query);
                assertThat(page).as("seed %d, step %d, %s", seed, step, query).isEqualTo(oracle(world, query));
                found += page.size();
            }
        }
        assertThat(found).as("collaborations that were compared").isGreaterThan(200);
    }

    private static List<CollaborationRecord> oracle(ListWorld world, CollaborationQuery query) {
        return world.collaborations().stream()
                .filter(query::admits)
                .filter(one -> query.after() == null || one.position().compareTo(query.after()) > 0)
                .limit(query.limit())
                .toList();
    }

    @Test
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    @DisplayName("B-74 are the same page by page as at once")
    void pages() {
        for (long seed = 101; seed <= 100 + 2L * bench().effort(); seed++) {
            var random = new RandomLists(seed, 10);
            var storage = empty();
            var world = new ListWorld(storage);
            for (int step = 0; step < 100; step++) {
                random.step(world);
            }
            for (int limit : List.of(1, 2, 7)) {
                var all = new CollaborationQuery(SHOP, null, Instant.MIN, Instant.MAX, null, limit);
                var whole = new CollaborationQuery(SHOP, null, Instant.MIN, Instant.MAX, null, Shown.MANY);
                assertThat(pageByPage(storage, all))
                        .as("seed %d, in pages of %d", seed, limit)
                        .isEqualTo(oracle(world, whole));
            }
        }
    }

    private static List<CollaborationRecord> pageByPage(Storage storage, CollaborationQuery query) {
        var all = new ArrayList<CollaborationRecord>();
        var page = storage.collaborations().find(query);
        while (!page.isEmpty() && all.size() <= Shown.MANY) {
            assertThat(page).hasSizeLessThanOrEqualTo(query.limit());
            all.addAll(page);
            var last = page.get(page.size() - 1).position();
            page = storage.collaborations()
                    .find(new CollaborationQuery(
                            query.inbox(), query.conversation(), query.from(), query.until(), last, query.limit()));
        }
        return all;
    }

    @Test
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    @DisplayName("B-74 are of the period if they began before its end and had not ended at its start")
    void period() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT).ending(ended("past", 10, 20)));

        assertThat(ids(storage, NOW.plusSeconds(19), NOW.plusSeconds(11))).containsExactly("past");
        assertThat(ids(storage, NOW.plusSeconds(20), Instant.MAX))
                .as("had ended")
                .isEmpty();
        assertThat(ids(storage, NOW.plusSeconds(20).minusNanos(1), Instant.MAX)).containsExactly("past");
        assertThat(ids(storage, Instant.MIN, NOW.plusSeconds(10)))
                .as("not begun")
                .isEmpty();
        assertThat(ids(storage, Instant.MIN, NOW.plusSeconds(10).plusNanos(1))).containsExactly("past");
        assertThat(ids(storage, NOW.plusSeconds(15), NOW.plusSeconds(15))).containsExactly("past");
    }

    private static List<String> ids(Storage storage, Instant from, Instant until) {
        return storage.collaborations().find(new CollaborationQuery(SHOP, null, from, until, null, 10)).stream()
                .map(one -> one.collaboration().id().value())
                .toList();
    }

    private static EndedCollaboration ended(String id, int startedAt, int endedAt) {
        var like = Samples.ended(id);
        return new EndedCollaboration(
                SHOP,
                CHAT,
                Heads.starting(like.collaboration(), id, NOW.plusSeconds(startedAt), 0),
                like.reason(),
                NOW.plusSeconds(endedAt));
    }

    @Test
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    @DisplayName("B-74 are kept after they left the head; one with the same id is replaced, and no other")
    void replaced() {
        var storage = empty();
        var first = Samples.ended("one");
        var second = Samples.ended("two");
        Shown.commit(storage, Commits.first(CHAT).ending(second));
        Shown.commit(storage, Commits.after(Samples.head(CHAT, 1, 1, 1)).ending(first));
        assertThat(Shown.collaborations(storage, CHAT))
                .containsExactly(CollaborationRecord.of(first), CollaborationRecord.of(second));

        var renamed = renamed(first);
        Shown.commit(storage, Commits.after(Samples.head(CHAT, 2, 2, 2)).ending(renamed));

        assertThat(Shown.collaborations(storage, CHAT))
                .containsExactly(CollaborationRecord.of(renamed), CollaborationRecord.of(second));
        assertThat(Shown.collaborations(storage, SHOP)).isEqualTo(Shown.collaborations(storage, CHAT));
    }

    private static EndedCollaboration renamed(EndedCollaboration ended) {
        var collaboration = ended.collaboration();
        return new EndedCollaboration(
                ended.inbox(),
                ended.conversation(),
                collaboration.withNames("somebody", collaboration.addedBy()),
                ended.reason(),
                ended.endedAt());
    }

    @Test
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    @DisplayName("B-69 B-74 are as the head has them while they are in force, names and levels of now")
    void inForce() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("chat").granted("bo", 0, NOW.minusSeconds(5)));
        var before = Shown.head(storage, CHAT);
        var changed = before.collaborations()
                .get(0)
                .withNames("somebody", before.collaborations().get(0).addedBy());

        var next = Commits.after(before);
        var head = Heads.open("chat")
                .granting(List.of(changed))
                .counting(next.head().counters());
        Shown.commit(storage, next.head(head));

        assertThat(Shown.collaborations(storage, CHAT))
                .as("also those that are over without an entry")
                .containsExactly(new CollaborationRecord(SHOP, CHAT, changed, null, null));
    }

    @Test
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    @DisplayName("B-66 B-74 in force follow their conversation into another inbox; those that ended stay behind")
    void moved() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("chat").granted("bo", 0, null).granted("cy", 0, null));
        world.write(Heads.open("chat").granted("bo", 0, null));
        world.write(Heads.open("chat").in("bank").granted("bo", 0, null));

        assertThat(agents(Shown.collaborations(storage, Story.BANK))).containsExactly("bo");
        assertThat(agents(Shown.collaborations(storage, SHOP))).containsExactly("cy");
        assertThat(agents(Shown.collaborations(storage, CHAT))).containsExactlyInAnyOrder("bo", "cy");
    }

    private static List<String> agents(List<CollaborationRecord> records) {
        return records.stream().map(one -> one.collaboration().agent().value()).toList();
    }

    @Test
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    @DisplayName("B-74 are of no inbox and of no conversation that has none")
    void none() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT).ending(Samples.ended("one")));

        assertThat(Shown.collaborations(storage, new InboxId("chat"))).isEmpty();
        assertThat(Shown.collaborations(storage, new ConversationId("shop"))).isEmpty();
    }
}
