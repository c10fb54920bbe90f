package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.ViewerMark;
import dev.collab.spi.ConversationQuery.ListKind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What viewers left on a conversation")
class MarksAndMutesTest {
    private static final ConversationId ONE = new ConversationId("one");

    private final ListWorld world = new ListWorld();

    MarksAndMutesTest() {
        world.write(Heads.open("one").of("same").assignedTo("asha"));
        world.write(Heads.open("two").of("carl").assignedTo("same"));
    }

    @Test
    @DisplayName("B-57 is the highest of the marks set at the same time")
    void concurrent() {
        Crowd.run(IntStream.rangeClosed(1, 8).mapToObj(thread -> () -> {
            for (int position = 0; position < 1_000; position++) {
                mark(ONE, ActorKind.AGENT, "asha", (long) position * thread);
            }
        }));

        assertThat(markOf(ListViews.agent("asha"))).isEqualTo(999 * 8);
    }

    private void mark(ConversationId conversation, ActorKind kind, String viewer, long position) {
        world.conversations.mark(new ViewerMark(conversation, kind, viewer, position));
    }

    private long markOf(ListViews viewer) {
        var rows = world.conversations.find(viewer.list(ListKind.ALL));
        assertThat(rows).hasSize(1);
        return rows.get(0).mark();
    }
}
