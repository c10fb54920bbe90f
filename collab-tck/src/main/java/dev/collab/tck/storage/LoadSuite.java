package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Numbering;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether a decision is given what it rests on. */
public abstract class LoadSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected LoadSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.LOAD)
    @DisplayName("B-54 P-11 is empty if there is no such conversation, with a command and without")
    void unknown() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        var other = Samples.command(new ConversationId("other"), "key");

        assertThat(storage.conversations().load(other.conversation(), null)).isEmpty();
        assertThat(storage.conversations().load(other.conversation(), other)).isEmpty();
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.LOAD)
    @DisplayName("B-41 P-16 gives head, settings and the receipt asked for, and no other")
    void together() {
        var storage = empty();
        Shown.change(storage, SHOP);
        var receipt = Samples.receipt(CHAT, "key");
        Shown.commit(storage, Commits.first(CHAT).settings(1).remembering(receipt));

        var loaded = storage.conversations().load(CHAT, receipt.command()).orElseThrow();

        assertThat(loaded.head()).isEqualTo(Samples.head(CHAT, 1, 1, 1));
        assertThat(loaded.settings()).isEqualTo(Shown.settings(storage, SHOP));
        assertThat(loaded.settings().publicName()).isEqualTo("name 1");
        assertThat(loaded.receipt()).isEqualTo(receipt);
        var none = storage.conversations().load(CHAT, null).orElseThrow();
        assertThat(none.receipt()).as("the receipt of no command").isNull();
        assertThat(Shown.receipt(storage, Samples.command(CHAT, "other")))
                .as("the receipt of another command")
                .isNull();
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.LOAD)
    @DisplayName("B-1 gives untouched settings if nobody changed them")
    void untouched() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        Shown.change(storage, Story.BANK);

        assertThat(storage.conversations().load(CHAT, null).orElseThrow().settings())
                .isEqualTo(InboxSettings.untouched(SHOP));
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.LOAD)
    @DisplayName("B-1 P-16 gives what was acknowledged last, of the conversation and of its settings")
    void newest() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT));
        storage.conversations().load(CHAT, null);

        for (int round = 1; round <= 5; round++) {
            Shown.change(storage, SHOP);
            Shown.commit(storage, Commits.after(Shown.head(storage, CHAT)).settings(round));
            var loaded = storage.conversations().load(CHAT, null).orElseThrow();

            assertThat(loaded.settings().revision())
                    .as("revision of the settings")
                    .isEqualTo(round);
            assertThat(loaded.head().revision()).as("revision of the head").isEqualTo(round + 1);
        }
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.LOAD)
    @DisplayName("B-66 gives the settings of the inbox the conversation was moved to")
    void moved() {
        var storage = empty();
        Shown.change(storage, Story.BANK);
        Shown.commit(storage, Story.opened());
        Shown.commit(storage, Story.redacted().settings(1));

        assertThat(storage.conversations().load(CHAT, null).orElseThrow().settings())
                .isEqualTo(Shown.settings(storage, Story.BANK));
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-32 gives a receipt past its time, until it is forgotten")
    void pastItsTime() {
        var storage = empty();
        var receipt = Samples.receipt(CHAT, "key", Instant.parse("2000-01-01T00:00:00Z"));
        Shown.commit(storage, Commits.first(CHAT).remembering(receipt));

        assertThat(Shown.receipt(storage, receipt.command())).isEqualTo(receipt);
    }

    @Test
    @Clause(value = "NewestStore.load", read = Chapter.LOAD)
    @DisplayName("B-56 P-7 gives with the head what it counted last, for whomever, newest first and no more than asked")
    void end() {
        for (long seed = 1; seed <= 8L * bench().effort(); seed++) {
            var storage = empty();
            var random = new Random(seed);
            var timeline = Timelines.written(storage, random, CHAT, 1 + random.nextInt(60), 20);
            Shown.change(storage, SHOP);
            for (var numbering : Numbering.values()) {
                for (int limit : List.of(1, 7, 30, TimelineQuery.MAX_LIMIT)) {
                    var end = storage.newest().load(CHAT, numbering, limit);

                    assertThat(end.orElseThrow().conversation())
                            .isEqualTo(storage.conversations().load(CHAT, null).orElseThrow());
                    assertThat(end.orElseThrow().newest())
                            .as("seed %d, the last %d in the numbering of %s", seed, limit, numbering)
                            .isEqualTo(timeline.oracle(
                                    Shown.everything(numbering), Direction.DESCENDING, Long.MAX_VALUE, limit));
                }
            }
            assertThat(storage.newest().load(new ConversationId("other"), Numbering.AGENTS, 1))
                    .isEmpty();
        }
    }
}
