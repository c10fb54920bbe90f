package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.ViewerMark;
import dev.collab.spi.ConversationQuery.ListKind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a viewer left on a conversation")
class MarksAndMutesTest {
    private static final ConversationId ONE = new ConversationId("one");
    private static final ConversationId TWO = new ConversationId("two");
    private static final AgentId SAME = new AgentId("same");

    private final ListWorld world = new ListWorld();

    MarksAndMutesTest() {
        world.write(Heads.open("one").of("same").assignedTo("asha"));
        world.write(Heads.open("two").of("carl").assignedTo("same"));
    }

    @Test
    @DisplayName("B-57 is a mark at the beginning, if they never read it")
    void unread() {
        assertThat(markOf(ListViews.agent("asha"))).isZero();
        assertThat(markOf(ListViews.customer("same"))).isZero();
    }

    @Test
    @DisplayName("B-57 is the highest mark, however late and often the others come")
    void highest() {
        IntStream.of(3, 7, 5, 7, 0).forEach(position -> mark(ONE, ActorKind.AGENT, "asha", position));

        assertThat(markOf(ListViews.agent("asha"))).isEqualTo(7);
    }

    @Test
    @DisplayName("B-57 is nobody else's mark, neither that of another kind of viewer nor of another conversation")
    void apart() {
        mark(ONE, ActorKind.CUSTOMER, "same", 1);
        mark(TWO, ActorKind.AGENT, "same", 2);
        mark(ONE, ActorKind.AGENT, "same", 3);
        mark(TWO, ActorKind.CUSTOMER, "same", 4);

        assertThat(markOf(ListViews.customer("same"))).isEqualTo(1);
        assertThat(markOf(ListViews.agent("same"))).isEqualTo(2);
        assertThat(markOf(ListViews.agent("asha"))).isZero();
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

    @Test
    @DisplayName("B-73 is no wish to be left alone, unless they said so")
    void notMuted() {
        assertThat(world.conversations.isMuted(ONE, SAME)).isFalse();
        assertThat(world.conversations.isMuted(new ConversationId("unknown"), SAME))
                .isFalse();
    }

    @Test
    @DisplayName("B-73 is the last they said, of this conversation and for themselves")
    void muted() {
        world.conversations.mute(ONE, SAME, true);
        world.conversations.mute(ONE, SAME, true);

        assertThat(world.conversations.isMuted(ONE, SAME)).isTrue();
        assertThat(world.conversations.isMuted(TWO, SAME)).isFalse();
        assertThat(world.conversations.isMuted(ONE, Samples.ASHA)).isFalse();

        world.conversations.mute(ONE, SAME, false);
        world.conversations.mute(TWO, SAME, false);

        assertThat(world.conversations.isMuted(ONE, SAME)).isFalse();
    }

    @Test
    @DisplayName("B-73 outlasts commits")
    void outlasts() {
        world.conversations.mute(ONE, SAME, true);
        mark(ONE, ActorKind.AGENT, "asha", 1);

        world.write(Heads.open("one").of("carl").assignedTo("asha"));

        assertThat(world.conversations.isMuted(ONE, SAME)).isTrue();
        assertThat(markOf(ListViews.agent("asha"))).isEqualTo(1);
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
