package dev.collab.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.ViewerMark;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks what viewers left on a conversation: how far they read, and whether they want to be left alone. */
public abstract class MarkSuite extends StorageSuite {
    private static final ConversationId ONE = new ConversationId("one");
    private static final ConversationId TWO = new ConversationId("two");
    private static final AgentId SAME = new AgentId("same");

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected MarkSuite(StorageBench bench) {
        super(bench);
    }

    private Storage conversations() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("one").of("same").assignedTo("asha"));
        world.write(Heads.open("two").of("carl").assignedTo("same"));
        return storage;
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-57 is a mark at the beginning, if they never read it")
    void unread() {
        var storage = conversations();

        assertThat(markOf(storage, ListViews.agent("asha"))).isZero();
        assertThat(markOf(storage, ListViews.customer("same"))).isZero();
    }

    @Test
    @Clause(value = "ConversationStore.mark", read = Chapter.LISTS)
    @DisplayName("B-57 is the highest mark, however late and often the others come")
    void highest() {
        var storage = conversations();
        for (long position : List.of(3L, 7L, 5L, 7L, 0L)) {
            mark(storage, ONE, ActorKind.AGENT, "asha", position);
            long highest = position == 3 ? 3 : 7;
            assertThat(markOf(storage, ListViews.agent("asha")))
                    .as("after a mark at %d", position)
                    .isEqualTo(highest);
        }
        mark(storage, ONE, ActorKind.AGENT, "asha", Long.MAX_VALUE);

        assertThat(markOf(storage, ListViews.agent("asha"))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @Clause(value = "ConversationStore.mark", read = Chapter.LISTS)
    @DisplayName("B-57 is nobody else's mark, neither that of another kind of viewer nor of another conversation")
    void apart() {
        var storage = conversations();
        mark(storage, ONE, ActorKind.CUSTOMER, "same", 1);
        mark(storage, TWO, ActorKind.AGENT, "same", 2);
        mark(storage, ONE, ActorKind.AGENT, "same", 3);
        mark(storage, TWO, ActorKind.CUSTOMER, "same", 4);

        assertThat(markOf(storage, ListViews.customer("same"))).isEqualTo(1);
        assertThat(markOf(storage, ListViews.agent("same"))).isEqualTo(2);
        assertThat(markOf(storage, ListViews.agent("asha"))).isZero();
    }

    @Test
    @Clause(value = "ConversationStore.mark", read = Chapter.LISTS)
    @DisplayName("B-38 P-1 is nothing that shows in the conversation: no revision, no entry, no place in a list")
    void beside() {
        var storage = conversations();
        var head = Shown.head(storage, ONE);
        mark(storage, ONE, ActorKind.AGENT, "asha", 1);
        storage.conversations().mute(ONE, SAME, true);

        assertThat(Shown.head(storage, ONE)).isEqualTo(head);
        assertThat(Shown.timeline(storage, ONE)).hasSize(1);
        assertThat(Shown.list(storage, ListViews.customer("same")))
                .extracting(row -> row.head())
                .containsExactly(head);
    }

    @Test
    @Clause(value = "ConversationStore.isMuted", read = Chapter.LISTS)
    @DisplayName("B-73 is no wish to be left alone, unless they said so")
    void notMuted() {
        var conversations = conversations().conversations();

        assertThat(conversations.isMuted(ONE, SAME)).isFalse();
        assertThat(conversations.isMuted(new ConversationId("unknown"), SAME)).isFalse();
    }

    @Test
    @Clause(value = "ConversationStore.mute", read = Chapter.LISTS)
    @DisplayName("B-73 is the last they said, of this conversation and for themselves")
    void muted() {
        var conversations = conversations().conversations();
        conversations.mute(ONE, SAME, true);
        conversations.mute(ONE, SAME, true);

        assertThat(conversations.isMuted(ONE, SAME)).isTrue();
        assertThat(conversations.isMuted(TWO, SAME)).isFalse();
        assertThat(conversations.isMuted(ONE, Samples.ASHA)).isFalse();

        conversations.mute(ONE, SAME, false);
        conversations.mute(TWO, SAME, false);
        assertThat(conversations.isMuted(ONE, SAME)).isFalse();
        conversations.mute(ONE, SAME, true);

        assertThat(conversations.isMuted(ONE, SAME)).isTrue();
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.LISTS)
    @DisplayName("B-57 B-73 outlasts commits")
    void outlasts() {
        var storage = empty();
        var world = new ListWorld(storage);
        world.write(Heads.open("one").assignedTo("asha"));
        storage.conversations().mute(ONE, SAME, true);
        mark(storage, ONE, ActorKind.AGENT, "asha", 1);

        world.write(Heads.open("one").in("bank").assignedTo("asha"));
        world.note(Heads.open("one").in("bank").assignedTo("asha"), true);

        assertThat(storage.conversations().isMuted(ONE, SAME)).isTrue();
        assertThat(markOf(storage, ListViews.agent("asha"))).isEqualTo(1);
    }

    private static void mark(
            Storage storage, ConversationId conversation, ActorKind kind, String viewer, long position) {
        storage.conversations().mark(new ViewerMark(conversation, kind, viewer, position));
    }

    private static long markOf(Storage storage, ListViews viewer) {
        var rows = Shown.list(storage, viewer);
        assertThat(rows).hasSize(1);
        return rows.get(0).mark();
    }
}
