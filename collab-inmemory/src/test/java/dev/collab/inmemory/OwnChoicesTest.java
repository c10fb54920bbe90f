package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.NOW;
import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What no port asks for. */
@DisplayName("Storage in memory, beyond its contract,")
class OwnChoicesTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ConversationStore conversations = storage.conversations();

    @Test
    @DisplayName("refuses a commit that contradicts what is stored, and stays as it was")
    void contradictions() {
        commit(Commits.first(CHAT).telling(Samples.notification("n", CHAT, "bo", 1, 0)));
        var next = Commits.after(Samples.head(CHAT, 1, 1, 1));

        refused("entries", next.head(Samples.head(CHAT, 2, 3, 2)).entries(Samples.message(CHAT, 2, 2, 1, "gap")));
        refused("entries", next.entries(Samples.message(CHAT, 1, 2, 2, "gap for the customer")));
        refused("head", next.head(Samples.head(CHAT, 2, 2, 1)));
        refused("redactions", next.redacting(Samples.message(CHAT, 0, 1, 1, "another place")));
        refused("redactions", next.redacting(Samples.note(CHAT, 0, 1, Audience.AGENTS, Set.of())));
        refused("notifications", next.telling(Samples.notification("n", CHAT, "bo", 2, 0)));
        refused(
                "notifications",
                next.telling(Samples.notification("m", CHAT, "bo", 2, 0), Samples.notification("m", CHAT, "cy", 2, 1)));

        assertThat(conversations.load(CHAT, null).orElseThrow().head().revision())
                .isEqualTo(1);
        assertThat(timeline(CHAT)).hasSize(1);
        assertThat(storage.outbox().claim("relay", NOW, NOW, 10)).hasSize(1);
    }

    @Test
    @DisplayName("refuses limits below one")
    void limits() {
        refused("limit", () -> conversations.forgetReceipts(NOW, 0));
        refused("limit", () -> conversations.overdue(NOW, 0));
        refused("limit", () -> storage.inboxes().history(SHOP, 2, 0));
    }

    @Test
    @DisplayName("gives what is overdue since the same instant by id")
    void sameInstant() {
        var world = new ListWorld();
        Stream.of("c", "a", "b").forEach(id -> world.write(Heads.open(id).invited("bo", NOW)));

        assertThat(world.conversations.overdue(NOW, 2))
                .extracting(ConversationId::value)
                .containsExactly("a", "b");
    }

    @Test
    @DisplayName("keeps a conversation with nothing to show the customer out of lists, and knows that it is overdue")
    void nothingToShow() {
        var world = new ListWorld();
        var head = Heads.open("chat").assignedTo("asha").invited("bo", NOW);
        var query = ListViews.agent("asha").list(ListKind.MINE);

        world.note(head, false);
        assertThat(world.conversations.find(query)).isEmpty();
        assertThat(world.conversations.overdue(NOW, 1)).containsExactly(CHAT);
        world.write(head);

        assertThat(world.conversations.find(query)).hasSize(1);
    }

    @Test
    @DisplayName("gives lists that cannot be changed")
    void unmodifiable() {
        var world = new ListWorld();
        world.write(Heads.open("chat").assignedTo("asha"));
        commit(Commits.first(CHAT).telling(Samples.notification("n", CHAT, "bo", 1, 0)));

        assertThat(timeline(CHAT)).isUnmodifiable();
        assertThat(world.conversations.find(ListViews.agent("asha").list(ListKind.MINE)))
                .isUnmodifiable();
        assertThat(storage.outbox().claim("relay", NOW, NOW, 1)).isUnmodifiable();
        assertThat(storage.inboxes().history(SHOP, 1, 1)).isUnmodifiable();
    }

    private void commit(Commits commit) {
        assertThat(conversations.commit(commit.build())).isEqualTo(CommitResult.COMMITTED);
    }

    private void refused(String argument, Commits commits) {
        var commit = commits.build();
        refused(argument, () -> conversations.commit(commit));
    }

    private static void refused(String argument, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(call)
                .extracting(InvalidArgumentException::argument)
                .isEqualTo(argument);
    }

    private List<TimelineEntry> timeline(ConversationId id) {
        var lanes = List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0));
        var scope = new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
        return conversations.read(new TimelineQuery(id, scope, Direction.ASCENDING, 0, 100));
    }
}
