package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.Notification;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether a commit is stored as a whole, once, or not at all. */
public abstract class CommitSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected CommitSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-41 P-24 is stored once: its repetition is refused and changes nothing")
    void once() {
        var storage = empty();
        var first = Commits.first(CHAT).build();

        assertThat(storage.conversations().commit(first)).isEqualTo(CommitResult.COMMITTED);
        assertThat(storage.conversations().commit(first)).isEqualTo(CommitResult.CONVERSATION_CHANGED);

        assertThat(Shown.timeline(storage, CHAT)).isEqualTo(first.entries());
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-24 is refused if the conversation it expects is not there")
    void ofNoConversation() {
        var storage = empty();
        var second = Commits.after(Samples.head(CHAT, 1, 1, 1)).build();

        assertThat(storage.conversations().commit(second)).isEqualTo(CommitResult.CONVERSATION_CHANGED);

        assertThat(storage.conversations().load(CHAT, null)).isEmpty();
        assertThat(Shown.timeline(storage, CHAT)).isEmpty();
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-24 is refused if it opens a conversation that is there, whatever it says")
    void openedTwice() {
        var storage = empty();
        var first = Commits.first(CHAT);
        Shown.commit(storage, first);

        var other = first.entries(Samples.message(CHAT, 0, 1, 0, "another text"));
        assertThat(storage.conversations().commit(other.build())).isEqualTo(CommitResult.CONVERSATION_CHANGED);

        assertThat(Shown.timeline(storage, CHAT)).isEqualTo(first.entries());
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-24 is refused if another one with the same expected revision was stored before it")
    void second() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        var winner = Commits.after(Samples.head(CHAT, 1, 1, 1));
        var loser = winner.entries(Samples.message(CHAT, 1, 2, 1, "too late"));

        Shown.commit(storage, winner);
        assertThat(storage.conversations().commit(loser.build())).isEqualTo(CommitResult.CONVERSATION_CHANGED);

        assertThat(Shown.timeline(storage, CHAT))
                .endsWith(winner.entries().get(0))
                .hasSize(2);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-24 is refused if it expects a revision that is yet to come")
    void ahead() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));

        var third = Commits.after(Samples.head(CHAT, 2, 2, 2)).build();
        assertThat(storage.conversations().commit(third)).isEqualTo(CommitResult.CONVERSATION_CHANGED);

        assertThat(Shown.head(storage, CHAT).revision()).isEqualTo(1);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-68 P-24 follows the one before it, and all that were acknowledged are there")
    void chain() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        for (int revision = 2; revision <= 30; revision++) {
            Shown.commit(storage, Commits.after(Shown.head(storage, CHAT)));
        }

        assertThat(Shown.head(storage, CHAT)).isEqualTo(Samples.head(CHAT, 30, 30, 30));
        assertThat(Shown.timeline(storage, CHAT))
                .extracting(TimelineEntry::revision)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 30).mapToObj(Long::valueOf).toList());
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-30 P-34 leaves no trace in any read if the conversation has changed")
    void refusedByTheConversation() {
        var storage = empty();
        Shown.commit(storage, Story.opened());
        var stale = Story.redacted();
        var before = Story.shown(storage);

        var ahead = stale.on(Samples.head(CHAT, 3, 2, 1))
                .head(Samples.head(CHAT, 4, 3, 2))
                .entries(Samples.message(CHAT, 2, 4, 1, "too early"));
        assertThat(storage.conversations().commit(ahead.build())).isEqualTo(CommitResult.CONVERSATION_CHANGED);
        unchanged(storage, before);

        Shown.commit(storage, stale);
        var after = Story.shown(storage);
        assertThat(storage.conversations().commit(stale.build())).isEqualTo(CommitResult.CONVERSATION_CHANGED);
        assertThat(Story.shown(storage)).isEqualTo(after);
        assertThat(Shown.delivered(storage)).as("the notifications").hasSize(4);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-30 P-34 leaves no trace in any read if the settings have changed, and can be repeated at theirs")
    void refusedByTheSettings() {
        var storage = empty();
        Shown.commit(storage, Story.opened());
        Shown.change(storage, Story.BANK);
        var before = Story.shown(storage);

        assertThat(storage.conversations().commit(Story.redacted().build())).isEqualTo(CommitResult.SETTINGS_CHANGED);

        unchanged(storage, before);
        Shown.commit(storage, Story.redacted().settings(1));
    }

    private static void unchanged(Storage storage, Object before) {
        assertThat(Story.shown(storage)).as("all that is shown").isEqualTo(before);
        assertThat(storage.conversations()
                        .forgetReceipts(Story.REDACTED.keepUntil().minusMillis(1), 10))
                .as("receipts that are due")
                .isZero();
        var delivered = storage.outbox().claim("relay", Samples.NOW, Samples.NOW, 10);
        assertThat(delivered)
                .as("the notifications")
                .extracting(claim -> claim.notification())
                .containsExactlyInAnyOrderElementsOf(Story.opened().notifications());
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-16 is refused if the settings it was decided on are not those of now, older or newer")
    void settings() {
        var storage = empty();
        var first = Commits.first(CHAT);

        assertThat(storage.conversations().commit(first.settings(1).build()))
                .as("on settings that are yet to come")
                .isEqualTo(CommitResult.SETTINGS_CHANGED);
        assertThat(storage.conversations().load(CHAT, null)).isEmpty();
        Shown.change(storage, SHOP);
        assertThat(storage.conversations().commit(first.build()))
                .as("on settings that were changed")
                .isEqualTo(CommitResult.SETTINGS_CHANGED);
        Shown.commit(storage, first.settings(1));
        Shown.change(storage, SHOP);

        var next = Commits.after(first.head());
        assertThat(storage.conversations().commit(next.settings(1).build()))
                .as("on settings that were changed since it was opened")
                .isEqualTo(CommitResult.SETTINGS_CHANGED);
        Shown.commit(storage, next.settings(2));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-16 P-28 is refused for the conversation's sake if both it and the settings have moved")
    void both() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        Shown.change(storage, SHOP);

        assertThat(storage.conversations().commit(Commits.first(CHAT).build()))
                .as("opened again, on old settings")
                .isEqualTo(CommitResult.CONVERSATION_CHANGED);
        var ahead = Commits.after(Samples.head(CHAT, 2, 2, 2));
        assertThat(storage.conversations().commit(ahead.build())).isEqualTo(CommitResult.CONVERSATION_CHANGED);
        assertThat(storage.conversations().commit(ahead.settings(1).restingOn(Story.BANK, 1)))
                .as("on old settings of another inbox")
                .isEqualTo(CommitResult.CONVERSATION_CHANGED);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-16 B-66 is refused if the settings of another inbox it rests on have moved")
    void settingsOfAnotherInbox() {
        var storage = empty();
        var conversations = storage.conversations();
        Shown.commit(storage, Commits.first(CHAT));
        var next = Commits.after(Samples.head(CHAT, 1, 1, 1));

        assertThat(conversations.commit(next.restingOn(Story.BANK, 1))).isEqualTo(CommitResult.SETTINGS_CHANGED);
        Shown.change(storage, Story.BANK);
        assertThat(conversations.commit(next.restingOn(Story.BANK, 0))).isEqualTo(CommitResult.SETTINGS_CHANGED);
        assertThat(Shown.head(storage, CHAT).revision()).isEqualTo(1);
        assertThat(conversations.commit(next.restingOn(Story.BANK, 1))).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-16 B-66 does not mind the settings of inboxes it does not rest on, that it left among them")
    void otherInboxes() {
        var storage = empty();
        Shown.commit(storage, Story.opened());
        Shown.commit(storage, Story.redacted());
        Shown.change(storage, SHOP);
        Shown.change(storage, SHOP);
        var moved = Shown.head(storage, CHAT);
        var next = Commits.after(moved);

        Shown.commit(
                storage,
                next.head(
                        Heads.open(CHAT.value()).in("bank").counting(next.head().counters())));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-32 B-68 P-34 is shown as a whole: head, entries, redactions, ended, notifications and receipt")
    void whole() {
        var storage = empty();
        var opened = Story.opened();
        var redacted = Story.redacted();
        Shown.commit(storage, opened);
        Shown.commit(storage, redacted);

        assertThat(Shown.head(storage, CHAT)).isEqualTo(redacted.head());
        assertThat(Shown.timeline(storage, CHAT))
                .containsExactly(
                        redacted.redactions().get(0),
                        redacted.redactions().get(1),
                        redacted.entries().get(0),
                        redacted.entries().get(1));
        assertThat(Shown.collaborations(storage, CHAT))
                .extracting(one -> one.ended())
                .isEqualTo(redacted.ended());
        assertThat(Shown.receipt(storage, Story.OPENED.command())).isEqualTo(Story.OPENED);
        assertThat(Shown.receipt(storage, Story.REDACTED.command())).isEqualTo(Story.REDACTED);
        assertThat(Shown.ids(storage, Story.BANK)).containsExactly(CHAT);
        assertThat(Shown.list(storage, ListViews.customer("carl")))
                .extracting(row -> row.newestPublic())
                .containsExactly(redacted.entries().get(0));
        assertThat(storage.conversations()
                        .overdue(redacted.head().invitations().get(0).expiresAt(), 10))
                .containsExactly(CHAT);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("P-34 P-36 B-71 brings its notifications into the outbox, as they are")
    void notifications() {
        var storage = empty();
        Shown.commit(storage, Story.opened());
        Shown.commit(storage, Story.redacted());

        assertThat(Shown.delivered(storage))
                .containsExactlyInAnyOrderElementsOf(List.of(
                        Story.opened().notifications().get(0),
                        Story.opened().notifications().get(1),
                        Story.redacted().notifications().get(0),
                        Story.redacted().notifications().get(1)));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-69 may be large: hundreds of entries, redactions and notifications at once")
    void large() {
        var storage = empty();
        int many = 400;
        var entries = IntStream.range(0, many)
                .mapToObj(number -> Samples.message(CHAT, number, 1, number, "message " + number))
                .toArray(TimelineEntry[]::new);
        var told = IntStream.range(0, many)
                .mapToObj(number -> Samples.notification("n" + number, CHAT, "agent-" + number, 1, number))
                .toArray(Notification[]::new);
        Shown.commit(
                storage,
                Commits.first(CHAT)
                        .head(Samples.head(CHAT, 1, many, many))
                        .entries(entries)
                        .telling(told));
        assertThat(Shown.timeline(storage, CHAT)).containsExactly(entries);

        var next = Commits.after(Shown.head(storage, CHAT));
        var left = List.of(entries).stream().map(TimelineEntry::withoutContent).toArray(TimelineEntry[]::new);
        Shown.commit(storage, next.redacting(left));

        assertThat(Shown.timeline(storage, CHAT)).startsWith(left).hasSize(many + 1);
        assertThat(storage.outbox().claim("relay", Samples.NOW, Samples.NOW, Shown.MANY))
                .hasSize(many);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-68 may leave the timeline as it is")
    void withoutEntries() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        var head = Samples.head(CHAT, 2, 1, 1);

        Shown.commit(
                storage, Commits.after(Samples.head(CHAT, 1, 1, 1)).head(head).entries(new TimelineEntry[0]));

        assertThat(Shown.head(storage, CHAT)).isEqualTo(head);
        assertThat(Shown.timeline(storage, CHAT)).hasSize(1);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-11 B-54 is of one conversation and touches no other")
    void separate() {
        var storage = empty();
        var other = new ConversationId("other");
        Shown.commit(storage, Story.opened());
        var before = Shown.of(storage, CHAT, List.of(), Story.COMMANDS).get("load " + CHAT);

        Shown.commit(storage, Commits.first(other).remembering(Samples.receipt(other, "opened")));
        Shown.commit(storage, Commits.after(Samples.head(other, 1, 1, 1)));

        assertThat(storage.conversations().load(CHAT, null)).isEqualTo(before);
        assertThat(Shown.timeline(storage, CHAT)).isEqualTo(Story.opened().entries());
        assertThat(Shown.timeline(storage, other)).hasSize(2);
        assertThat(Shown.receipt(storage, Story.OPENED.command())).isEqualTo(Story.OPENED);
        assertThat(Shown.collaborations(storage, other)).isEmpty();
    }
}
