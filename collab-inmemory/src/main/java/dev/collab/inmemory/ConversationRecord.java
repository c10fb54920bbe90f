package dev.collab.inmemory;

import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.StoredReceipt;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of one conversation.
 *
 * <p>Guarded by the conversation's lock. Head and timeline are written with the lists' lock held besides, so that either
 * of the two is enough to read them.
 */
final class ConversationRecord {
    private final Timeline timeline = new Timeline();
    private final Map<CommandRef, StoredReceipt> receipts = new HashMap<>();
    private ConversationHead head;

    /** Makes a record that has seen no commit; the head stands in until the first is applied. */
    ConversationRecord(ConversationHead first) {
        this.head = first;
    }

    ConversationHead head() {
        return head;
    }

    Timeline timeline() {
        return timeline;
    }

    @Nullable StoredReceipt receiptOf(@Nullable CommandRef command) {
        return command == null ? null : receipts.get(command);
    }

    /** Refuses a commit that contradicts what is stored, so that {@link #apply} cannot fail half-way. */
    void check(Commit commit) {
        var counters = commit.head().counters();
        Arguments.that(
                counters.entries() == timeline.size() + commit.entries().size(),
                "entries",
                "must start where the stored head stopped counting");
        long customerSequence = timeline.customerSize();
        for (var entry : commit.entries()) {
            if (entry.customerSequence() != null) {
                Arguments.that(
                        entry.customerSequence() == customerSequence,
                        "entries",
                        "must be numbered for the customer without a gap");
                customerSequence++;
            }
        }
        Arguments.that(counters.customerEntries() == customerSequence, "head", "must count what the customer may see");
        for (var left : commit.redactions()) {
            Arguments.that(timeline.canReplace(left), "redactions", "must leave everything in its place");
        }
    }

    /**
     * Takes over a commit that was checked.
     *
     * @return the receipt of an earlier command that the new one takes the place of; null if there is none
     */
    @Nullable StoredReceipt apply(Commit commit) {
        head = commit.head();
        commit.redactions().forEach(timeline::replace);
        commit.entries().forEach(timeline::append);
        var receipt = commit.receipt();
        return receipt == null ? null : receipts.put(receipt.command(), receipt);
    }

    /** Says false if there is one already, which stays. */
    boolean remember(StoredReceipt receipt) {
        return receipts.putIfAbsent(receipt.command(), receipt) == null;
    }

    void forget(StoredReceipt receipt) {
        receipts.remove(receipt.command(), receipt);
    }
}
