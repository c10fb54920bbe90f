package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.Numbering;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A conversation that many threads use at once. */
final class SharedChat {
    /** Whatever is meant for the customer or for every agent, as many entries as there are. */
    static final TimelineScope FOR_AGENTS = new TimelineScope(
            List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0), new Lane(AudienceKey.of(Audience.AGENTS), 0)),
            Long.MAX_VALUE,
            Numbering.AGENTS);

    final Storage storage;

    /** What {@link #write} has made of it; only where one thread writes. */
    private volatile @Nullable ConversationHead written;

    SharedChat(Storage storage) {
        this.storage = storage;
    }

    void open() {
        open(UnaryOperator.identity());
    }

    void open(UnaryOperator<Commits> change) {
        write(1, () -> change.apply(Commits.first(CHAT)));
    }

    /** The next commit of the one thread that writes. */
    Commits next() {
        return Commits.after(head());
    }

    /** Stores commits one after the other, of one thread. */
    void write(int count, Supplier<Commits> next) {
        write(count, next, () -> {});
    }

    /** Stores commits one after the other, of one thread that does something after each. */
    void write(int count, Supplier<Commits> next, Runnable after) {
        for (int number = 0; number < count; number++) {
            var commit = next.get();
            assertThat(storage.conversations().commit(commit.build()))
                    .as(
                            "revision %d, which only one thread writes",
                            commit.head().revision())
                    .isEqualTo(CommitResult.COMMITTED);
            written = commit.head();
            after.run();
        }
    }

    /** The same commit with a note for all agents besides. */
    Commits withNote(Commits commit) {
        var message = commit.entries().get(0);
        var old = commit.head().counters();
        long sequence = message.sequence();
        var counters =
                new Counters(old.revision(), old.entries() + 1, old.customerEntries(), old.customerVersion(), sequence);
        var note = Samples.note(CHAT, sequence + 1, old.revision(), Audience.AGENTS, Set.of());
        return commit.head(Heads.open(CHAT.value()).counting(counters)).entries(message, note);
    }

    StoredConversation load() {
        return storage.conversations().load(CHAT, null).orElseThrow(() -> new AssertionError("there is no " + CHAT));
    }

    @Nullable StoredReceipt receipt(StoredReceipt like) {
        return storage.conversations().load(CHAT, like.command()).orElseThrow().receipt();
    }

    /** Commits against other threads; gives the revision it made. A race is lost only to somebody else's commit. */
    long commitUntilDone(StoredReceipt receipt, int commitsOfAll) {
        for (int lost = 0; lost <= commitsOfAll; lost++) {
            var commit = Commits.after(load().head()).remembering(receipt).build();
            if (storage.conversations().commit(commit) == CommitResult.COMMITTED) {
                return commit.head().revision();
            }
        }
        throw new AssertionError("lost more races for a revision than the others made commits, " + commitsOfAll);
    }

    /** Changes the settings, which nobody else does; gives their revision. */
    long changeSettings() {
        var change = Samples.change(storage.inboxes().load(SHOP));
        assertThat(storage.inboxes().compareAndSet(change))
                .as("a change of settings that only one thread changes")
                .isTrue();
        return change.after().revision();
    }

    List<TimelineEntry> timeline() {
        var all = new ArrayList<TimelineEntry>();
        for (var page = page(Direction.ASCENDING, 0, 100);
                !page.isEmpty();
                page = page(Direction.ASCENDING, all.size(), 100)) {
            all.addAll(page);
        }
        return all;
    }

    List<TimelineEntry> page(Direction direction, long start, int limit) {
        return storage.conversations().read(new TimelineQuery(CHAT, FOR_AGENTS, direction, start, limit));
    }

    private ConversationHead head() {
        var head = written;
        if (head == null) {
            throw new IllegalStateException("nothing was written");
        }
        return head;
    }
}
