package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.model.ViewerMark;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ListedConversation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A list, read while others write,")
class ListConcurrencyTest {
    private static final int CONVERSATIONS = 40;
    private static final int WRITERS = 2;
    private static final int READERS = 3;
    private static final int ROUNDS = 3_000;

    /** Sees everything, in the order of activity. */
    private static final ConversationQuery ADMIN = ListViews.agent("asha")
            .with(Set.of(), Set.of(Samples.SHOP), Set.of())
            .list(ListKind.ALL);

    private final ListWorld world = new ListWorld();
    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);
    private final AtomicInteger writer = new AtomicInteger();

    @BeforeEach
    void open() {
        IntStream.range(0, CONVERSATIONS).forEach(number -> world.write(conversation(number)));
    }

    @Test
    @DisplayName("B-56 B-57 has every conversation once on a page, however often they move up")
    void onePage() {
        run(number -> world.write(conversation(number)), () -> {
            var page = world.conversations.find(ADMIN);
            assertThat(page).hasSize(CONVERSATIONS).doesNotHaveDuplicates();
            assertThat(ids(page)).doesNotHaveDuplicates();
            assertThat(page).extracting(row -> position(row)).isSorted();
        });
    }

    @Test
    @DisplayName("B-56 shows head, newest entry, mark and settings of one snapshot")
    void oneSnapshot() {
        IntStream.range(0, CONVERSATIONS)
                .forEach(number -> markAtEnd(conversation(number).id()));
        run(
                number -> {
                    var id = conversation(number).id();
                    world.write(conversation(number));
                    markAtEnd(id);
                },
                () -> assertThat(world.conversations.find(ADMIN)).allSatisfy(row -> {
                    var counters = row.head().counters();
                    assertThat(row.newestPublic().sequence()).isEqualTo(counters.newestPublic());
                    assertThat(row.mark()).isBetween(counters.entries() - 1, counters.entries());
                }));
    }

    @Test
    @DisplayName("B-53 B-56 is decided by the settings of one instant for all rows of a page")
    void oneSetOfSettings() {
        var member = ListViews.agent("bo").inGroup("first").list(ListKind.ALL);
        run(
                number -> {
                    if (number == 0) {
                        world.decide("shop", 0, GroupReading.ALL, false);
                        world.decide("shop", 0, GroupReading.QUEUED, false);
                    } else {
                        world.write(conversation(number));
                    }
                },
                () -> {
                    var page = world.conversations.find(member);
                    assertThat(page.size()).isIn(0, CONVERSATIONS);
                    assertThat(new HashSet<>(page.stream()
                                    .map(row -> row.settings().revision())
                                    .toList()))
                            .hasSizeLessThanOrEqualTo(1);
                });
    }

    @Test
    @DisplayName("B-57 loses no conversation between its pages that did not change")
    void neverLost() {
        var quiet = new ArrayList<ConversationId>();
        IntStream.range(0, CONVERSATIONS).filter(number -> isQuiet(number)).forEach(number -> {
            quiet.add(conversation(number).id());
            world.write(conversation(number).active(Samples.NOW.plusSeconds(number)));
        });
        run(
                number -> world.write(conversation(isQuiet(number) ? number - WRITERS : number)
                        .active(Samples.NOW.plusSeconds(time.addAndGet(7_919) % CONVERSATIONS))),
                () -> {
                    var seen = new ArrayList<ConversationId>();
                    Position after = null;
                    for (var page = page(after); !page.isEmpty(); page = page(after)) {
                        assertThat(ids(page)).doesNotHaveDuplicates();
                        seen.addAll(ids(page));
                        after = position(page.get(page.size() - 1));
                    }
                    seen.retainAll(quiet);
                    assertThat(seen).containsExactlyInAnyOrderElementsOf(quiet);
                });
    }

    @Test
    @DisplayName("P-34 shows whoever claims a notification the commit it came with")
    void outboxWithCommit() {
        var told = new AtomicInteger();
        run(
                number -> {
                    var next = conversation(number);
                    long revision = entriesOf(next.id()) + 1; // Each commit has one entry.
                    int one = told.incrementAndGet();
                    world.write(next, Samples.notification("n" + one, next.id(), "agent-" + one, revision, 0));
                },
                () -> {
                    for (var claim : world.outbox.claim("relay", Samples.NOW, Samples.NOW.plusSeconds(1), 5)) {
                        var notification = claim.notification();
                        var row = world.conversations.find(ADMIN).stream()
                                .filter(one -> one.head().id().equals(notification.conversation()))
                                .findFirst();
                        assertThat(row)
                                .hasValueSatisfying(
                                        found -> assertThat(found.head().revision())
                                                .isGreaterThanOrEqualTo(notification.revision()));
                        world.outbox.acknowledge(notification.id(), "relay");
                    }
                });
    }

    /** Writers write each its own conversations, and readers read until they are done. */
    private void run(IntConsumer write, Crowd.Action read) {
        Crowd.Action writes = () -> {
            int own = writer.getAndIncrement();
            for (int round = 0; round < ROUNDS; round++) {
                write.accept((own + round * WRITERS) % CONVERSATIONS);
            }
            writing.decrementAndGet();
        };
        Crowd.Action reads = () -> {
            while (writing.get() > 0) {
                read.run();
            }
        };
        Crowd.run(Stream.concat(Crowd.times(WRITERS, writes), Crowd.times(READERS, reads)));
    }

    /** The newest of all; assigned, so that its group sees it only where the inbox lets it read all. */
    private Heads conversation(int number) {
        return Heads.open("chat-" + number)
                .group("first")
                .assignedTo("zed")
                .active(Samples.NOW.plusSeconds(time.incrementAndGet()));
    }

    private void markAtEnd(ConversationId id) {
        world.mark(new ViewerMark(id, ActorKind.AGENT, "asha", entriesOf(id)));
    }

    private long entriesOf(ConversationId id) {
        return world.conversations
                .load(id, null)
                .orElseThrow()
                .head()
                .counters()
                .entries();
    }

    private static boolean isQuiet(int number) {
        return (number / WRITERS) % 2 == 1;
    }

    private List<ListedConversation> page(@Nullable Position after) {
        return world.conversations.find(ListViews.page(ADMIN, after, 3));
    }

    private static List<ConversationId> ids(List<ListedConversation> page) {
        return page.stream().map(row -> row.head().id()).toList();
    }

    private static Position position(ListedConversation row) {
        return new Position(row.head().lastActivityAt(), row.head().id());
    }
}
