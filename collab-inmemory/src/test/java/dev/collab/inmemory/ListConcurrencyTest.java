package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ListedConversation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    @DisplayName("B-56 B-57 has every conversation, once, on a page, however often they move up")
    void onePage() {
        run(number -> world.write(conversation(number)), () -> {
            var page = world.conversations.find(ADMIN);
            assertThat(page).hasSize(CONVERSATIONS).doesNotHaveDuplicates();
            assertThat(ids(page)).doesNotHaveDuplicates();
            assertThat(page).extracting(row -> position(row)).isSorted();
        });
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

    private static List<ConversationId> ids(List<ListedConversation> page) {
        return page.stream().map(row -> row.head().id()).toList();
    }

    private static Position position(ListedConversation row) {
        return new Position(row.head().lastActivityAt(), row.head().id());
    }
}
