package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.NOW;
import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Conversations in memory")
class InMemoryConversationsTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ConversationStore conversations = storage.conversations();

    @Test
    @DisplayName("that nobody opened are empty to every question")
    void unknown() {
        assertThat(conversations.load(CHAT, null)).isEmpty();
        assertThat(conversations.load(CHAT, Samples.command(CHAT, "key"))).isEmpty();
        assertThat(timeline(CHAT)).isEmpty();
    }

    @Test
    @DisplayName("are loaded with their inbox's settings and the receipt asked for")
    void load() {
        storage.inboxes().compareAndSet(Samples.change(InboxSettings.untouched(SHOP)));
        var receipt = Samples.receipt(CHAT, "key");
        commit(Commits.first(CHAT).settings(1).remembering(receipt));

        var loaded = conversations.load(CHAT, receipt.command()).orElseThrow();

        assertThat(loaded.head()).isEqualTo(Samples.head(CHAT, 1, 1, 1));
        assertThat(loaded.settings().publicName()).isEqualTo("name 1");
        assertThat(loaded.receipt()).isEqualTo(receipt);
        assertThat(conversations.load(CHAT, null).orElseThrow().receipt()).isNull();
        assertThat(conversations
                        .load(CHAT, Samples.command(CHAT, "other"))
                        .orElseThrow()
                        .receipt())
                .isNull();
    }

    @Test
    @DisplayName("come with untouched settings if nobody changed them")
    void untouched() {
        commit(Commits.first(CHAT));

        assertThat(conversations.load(CHAT, null).orElseThrow().settings()).isEqualTo(InboxSettings.untouched(SHOP));
    }

    @Test
    @DisplayName("are opened once")
    void openedOnce() {
        var first = Commits.first(CHAT).build();

        assertThat(conversations.commit(first)).isEqualTo(CommitResult.COMMITTED);
        assertThat(conversations.commit(first)).isEqualTo(CommitResult.CONVERSATION_CHANGED);
        assertThat(timeline(CHAT)).hasSize(1);
    }

    @Test
    @DisplayName("are not opened by a commit that expects one")
    void notOpenedBySecond() {
        var second = Commits.after(Samples.head(CHAT, 1, 1, 1)).build();

        assertThat(conversations.commit(second)).isEqualTo(CommitResult.CONVERSATION_CHANGED);
        assertThat(conversations.load(CHAT, null)).isEmpty();
    }

    @Test
    @DisplayName("P-30 stay as they were, outbox and receipts included, when a commit is refused")
    void refusedLeavesNothing() {
        commit(Commits.first(CHAT));
        storage.inboxes().compareAndSet(Samples.change(InboxSettings.untouched(SHOP)));
        var receipt = Samples.receipt(CHAT, "key");
        var late = Commits.after(Samples.head(CHAT, 1, 1, 1))
                .redacting(Samples.message(CHAT, 0, 1, 0, "message 0").withoutContent())
                .telling(Samples.notification("n", CHAT, "bo", 2, 0))
                .remembering(receipt);

        assertThat(conversations.commit(late.build())).isEqualTo(CommitResult.SETTINGS_CHANGED);
        var ahead = late.settings(1).head(Samples.head(CHAT, 3, 2, 2)).entries(Samples.message(CHAT, 1, 3, 1, "x"));
        assertThat(conversations.commit(ahead.build())).isEqualTo(CommitResult.CONVERSATION_CHANGED);

        var loaded = conversations.load(CHAT, receipt.command()).orElseThrow();
        assertThat(loaded.head().revision()).isEqualTo(1);
        assertThat(loaded.receipt()).isNull();
        assertThat(timeline(CHAT)).containsExactly(Samples.message(CHAT, 0, 1, 0, "message 0"));
        assertThat(storage.outbox().claim("relay", NOW, NOW, 10)).isEmpty();
        assertThat(conversations.forgetReceipts(receipt.keepUntil(), 10)).isZero();
        assertThat(conversations.commit(late.settings(1).build())).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    @DisplayName("P-16 are not changed by a commit that rests on settings of another inbox which have changed as well")
    void settingsOfAnotherInbox() {
        commit(Commits.first(CHAT));
        var other = new InboxId("other");
        var next = Commits.after(Samples.head(CHAT, 1, 1, 1));

        assertThat(conversations.commit(next.restingOn(other, 1))).isEqualTo(CommitResult.SETTINGS_CHANGED);
        storage.inboxes().compareAndSet(Samples.change(InboxSettings.untouched(other)));
        assertThat(conversations.commit(next.restingOn(other, 0))).isEqualTo(CommitResult.SETTINGS_CHANGED);
        assertThat(conversations.load(CHAT, null).orElseThrow().head().revision())
                .isEqualTo(1);
        assertThat(conversations.commit(next.restingOn(other, 1))).isEqualTo(CommitResult.COMMITTED);
        assertThatThrownBy(() -> next.restingOn(SHOP, 0)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    @DisplayName("are not opened by a commit that was decided on other settings")
    void settingsOfAnOpening() {
        assertThat(conversations.commit(Commits.first(CHAT).settings(1).build()))
                .isEqualTo(CommitResult.SETTINGS_CHANGED);
        assertThat(conversations.load(CHAT, null)).isEmpty();
        assertThat(conversations.commit(Commits.first(CHAT).build())).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    @DisplayName("refuse a commit that contradicts what is stored, and stay as they were")
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
    @DisplayName("B-48 keep the place of a redacted entry and nothing of its content")
    void redaction() {
        commit(Commits.first(CHAT));
        var note = Samples.note(CHAT, 1, 2, Audience.AGENTS, Set.of(Samples.ASHA));
        commit(Commits.after(Samples.head(CHAT, 1, 1, 1))
                .head(Samples.head(CHAT, 2, 2, 1))
                .entries(note));
        commit(Commits.after(Samples.head(CHAT, 2, 2, 1))
                .redacting(Samples.message(CHAT, 0, 1, 0, "message 0").withoutContent(), note.withoutContent()));

        assertThat(timeline(CHAT))
                .containsExactly(
                        Samples.message(CHAT, 0, 1, 0, "message 0").withoutContent(),
                        note.withoutContent(),
                        Samples.message(CHAT, 2, 3, 1, "message 1"));
    }

    @Test
    @DisplayName("P-34 show the notifications of a commit with it")
    void notifications() {
        var first = Samples.notification("n1", CHAT, "bo", 1, 0);
        var second = Samples.notification("n2", CHAT, "cy", 1, 1);

        commit(Commits.first(CHAT).telling(first, second));

        assertThat(storage.outbox().claim("relay", NOW, NOW, 10))
                .extracting(claim -> claim.notification())
                .containsExactly(first, second);
    }

    @Test
    @DisplayName("B-74 keep the facts of collaborations that left the head; one with the same id is replaced")
    void ended() {
        var first = Samples.ended("one");
        var second = Samples.ended("two");
        commit(Commits.first(CHAT).ending(second));
        commit(Commits.after(Samples.head(CHAT, 1, 1, 1)).ending(first));
        assertThat(collaborations()).containsExactly(CollaborationRecord.of(first), CollaborationRecord.of(second));

        assertThat(storage.collaborations()
                        .find(new CollaborationQuery(SHOP, null, first.endedAt(), Instant.MAX, null, 10)))
                .as("those that had ended by then")
                .isEmpty();

        var renamed = new EndedCollaboration(
                first.inbox(),
                first.conversation(),
                first.collaboration().withNames("B.", first.collaboration().addedBy()),
                first.reason(),
                first.endedAt());
        commit(Commits.after(Samples.head(CHAT, 2, 2, 2)).ending(renamed));
        assertThat(collaborations()).containsExactly(CollaborationRecord.of(renamed), CollaborationRecord.of(second));
    }

    private List<CollaborationRecord> collaborations() {
        return storage.collaborations().find(new CollaborationQuery(null, CHAT, Instant.MIN, Instant.MAX, null, 10));
    }

    @Test
    @DisplayName("do not meet each other")
    void separate() {
        var other = new ConversationId("other");
        commit(Commits.first(CHAT).remembering(Samples.receipt(CHAT, "key")));
        commit(Commits.first(other));
        commit(Commits.after(Samples.head(other, 1, 1, 1)));

        assertThat(timeline(CHAT)).hasSize(1);
        assertThat(timeline(other)).hasSize(2);
        assertThat(conversations
                        .load(other, Samples.command(CHAT, "key"))
                        .orElseThrow()
                        .receipt())
                .isNull();
        assertThat(conversations
                        .load(other, Samples.command(other, "key"))
                        .orElseThrow()
                        .receipt())
                .isNull();
    }

    private void commit(Commits commit) {
        assertThat(conversations.commit(commit.build())).isEqualTo(CommitResult.COMMITTED);
    }

    private void refused(String argument, Commits commits) {
        Commit commit = commits.build();
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> conversations.commit(commit))
                .extracting(InvalidArgumentException::argument)
                .isEqualTo(argument);
    }

    private List<TimelineEntry> timeline(ConversationId id) {
        var lanes = Stream.of(Audience.PUBLIC, Audience.AGENTS)
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList();
        var scope = new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
        return conversations.read(new TimelineQuery(id, scope, Direction.ASCENDING, 0, 100));
    }
}
