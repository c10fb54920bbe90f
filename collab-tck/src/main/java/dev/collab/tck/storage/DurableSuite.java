package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.ActorKind;
import dev.collab.model.ViewerMark;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Outbox.Failure;
import dev.collab.spi.Storage;
import dev.collab.tck.Variation;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether what was acknowledged is there when the storage is opened again. */
public abstract class DurableSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected DurableSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Storage.conversations", read = Chapter.CONCURRENCY, orDeclare = "Variation.DURABLE")
    @DisplayName("P-26 shows all that was acknowledged, receipts, marks and wishes included, or cannot be")
    void everything() {
        var storage = empty();
        fill(storage);
        if (!declares(Variation.DURABLE)) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .as("reopened, which is overridden only by who declares that it is durable")
                    .isThrownBy(() -> bench().reopened(storage));
            return;
        }
        var before = Story.shown(storage);

        var reopened = bench().reopened(storage);

        assertThat(Story.shown(reopened)).isEqualTo(before);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY, orDeclare = "Variation.DURABLE")
    @DisplayName(
            "P-24 P-26 refuses what it had refused before, and shows at once what the other one takes, or cannot be")
    void goesOn() {
        if (!declares(Variation.DURABLE)) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> bench().reopened(empty()));
            return;
        }
        var storage = empty();
        fill(storage);
        var reopened = bench().reopened(storage);

        assertThat(reopened.conversations().commit(Story.opened().build()))
                .isEqualTo(CommitResult.CONVERSATION_CHANGED);
        assertThat(reopened.conversations()
                        .commit(Commits.after(Shown.head(reopened, CHAT)).build()))
                .as("on settings that were changed")
                .isEqualTo(CommitResult.SETTINGS_CHANGED);
        var next = Commits.after(Shown.head(reopened, CHAT)).settings(1);
        Shown.commit(reopened, next);
        assertThat(Shown.head(storage, CHAT)).isEqualTo(next.head());
        Shown.change(storage, Samples.SHOP);
        assertThat(Shown.settings(reopened, Samples.SHOP).revision()).isEqualTo(2);
    }

    @Test
    @Clause(value = "Outbox.claim", read = Chapter.CONCURRENCY, orDeclare = "Variation.DURABLE")
    @DisplayName("P-26 P-35 knows what is claimed, parked and waiting in the outbox, or cannot be")
    void outbox() {
        if (!declares(Variation.DURABLE)) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> bench().reopened(empty()));
            return;
        }
        var storage = empty();
        Shown.commit(storage, Story.opened());
        var told = Story.opened().notifications();
        var now = Samples.NOW;
        assertThat(storage.outbox().claim("relay", now, now.plusSeconds(9), 10)).hasSize(2);
        storage.outbox().fail(told.get(0).id(), "relay", new Failure(null));

        var reopened = bench().reopened(storage).outbox();

        assertThat(reopened.claim("other", now, now.plusSeconds(9), 10))
                .as("claimed by another")
                .isEmpty();
        assertThat(reopened.parked(null, 10))
                .extracting(one -> one.notification())
                .containsExactly(told.get(0));
        assertThat(reopened.acknowledge(told.get(1).id(), "relay")).isTrue();
    }

    private static void fill(Storage storage) {
        Shown.commit(storage, Story.opened());
        Shown.commit(storage, Story.redacted());
        Shown.change(storage, Samples.SHOP);
        Shown.change(storage, Story.BANK);
        var conversations = storage.conversations();
        conversations.remember(Samples.receipt(CHAT, "remembered"));
        conversations.mark(new ViewerMark(CHAT, ActorKind.CUSTOMER, "carl", 2));
        conversations.mute(CHAT, Samples.BO, true);
    }
}
