package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.SettingsChange;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether no change of settings is lost, and none is overlooked by commits that come after it. */
public abstract class SettingsConcurrencySuite extends StorageSuite {
    private static final int THREADS = 4;

    private final Storage storage;

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected SettingsConcurrencySuite(StorageBench bench) {
        super(bench);
        this.storage = bench.empty();
    }

    @Test
    @Clause(value = "InboxStore.compareAndSet", read = Chapter.CONCURRENCY)
    @DisplayName("B-1 P-24 makes every acknowledged change of settings once, and loses none")
    void noneLost() {
        int each = 20 * bench().effort();
        int total = THREADS * each;
        Queue<SettingsChange> made = new ConcurrentLinkedQueue<>();
        new Crowd()
                .times(THREADS, thread -> {
                    for (int number = 0; number < each; number++) {
                        made.add(changeUntilDone(total));
                    }
                })
                .run();

        var history = storage.inboxes().history(SHOP, Long.MAX_VALUE, total + 1);
        assertThat(storage.inboxes().load(SHOP).revision())
                .as("the revision after %d acknowledged changes", total)
                .isEqualTo(total);
        assertThat(history).as("the history").hasSize(total).containsExactlyInAnyOrderElementsOf(made);
        for (int place = 0; place + 1 < total; place++) {
            assertThat(history.get(place).before())
                    .as("what change %d replaced", total - place)
                    .isEqualTo(history.get(place + 1).after());
        }
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("P-16 B-1 is refused if a change of settings was acknowledged before it began and it does not know it")
    void changeBeforeCommit() {
        var acknowledged = new AtomicLong();
        var crowd = new Crowd();
        crowd.times(1, number -> {
                    for (int round = 0; round < 80 * bench().effort(); round++) {
                        acknowledged.set(changeUntilDone(0).after().revision());
                        crowd.pace();
                    }
                })
                .meanwhile(2, number -> {
                    var writer = new Writer(new ConversationId("chat-" + number));
                    for (int behind = 0; behind < 3; behind++) {
                        long least = acknowledged.get();
                        long decidedOn = Math.max(0, least - behind);
                        var result = writer.commit(decidedOn);
                        if (decidedOn < least) {
                            assertThat(result)
                                    .as("the answer to a commit on settings %d, begun after %d", decidedOn, least)
                                    .isEqualTo(CommitResult.SETTINGS_CHANGED);
                        }
                    }
                })
                .run();

        var last = new Writer(new ConversationId("last")).commit(acknowledged.get());
        assertThat(last).as("a commit on the last settings").isEqualTo(CommitResult.COMMITTED);
    }

    private SettingsChange changeUntilDone(int changesOfAll) {
        for (int lost = 0; lost <= changesOfAll; lost++) {
            var change = Samples.change(storage.inboxes().load(SHOP));
            if (storage.inboxes().compareAndSet(change)) {
                return change;
            }
        }
        throw new AssertionError("lost more races for a revision than the others made changes, " + changesOfAll);
    }

    /** Writes a conversation that nobody else writes. */
    private final class Writer {
        private final ConversationId conversation;
        private @Nullable ConversationHead head;

        Writer(ConversationId conversation) {
            this.conversation = conversation;
            this.head = storage.conversations()
                    .load(conversation, null)
                    .map(stored -> stored.head())
                    .orElse(null);
        }

        CommitResult commit(long settings) {
            var next = head == null ? Commits.first(conversation) : Commits.after(head);
            var result = storage.conversations().commit(next.settings(settings).build());
            if (result == CommitResult.COMMITTED) {
                head = next.head();
            }
            return result;
        }
    }
}
