package dev.collab.inmemory;

import dev.collab.model.CommandRef;
import dev.collab.model.StoredReceipt;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of all conversations, the first to be forgotten first.
 *
 * <p>A receipt is put in and taken out only with the lock of its conversation held.
 */
final class ReceiptExpiry {
    private final NavigableSet<StoredReceipt> receipts =
            new ConcurrentSkipListSet<>(Comparator.comparing(StoredReceipt::keepUntil)
                    .thenComparing(
                            StoredReceipt::command,
                            Comparator.comparing(CommandRef::conversation)
                                    .thenComparing(CommandRef::actorKind)
                                    .thenComparing(CommandRef::actor)
                                    .thenComparing(CommandRef::key)));

    void replace(@Nullable StoredReceipt old, @Nullable StoredReceipt fresh) {
        if (old != null) {
            receipts.remove(old);
        }
        if (fresh != null) {
            receipts.add(fresh);
        }
    }

    /** Gives a receipt that need not be kept any more; null if there is none. */
    @Nullable StoredReceipt firstDue(Instant now) {
        // An iterator: first() throws on an empty set, and another thread may empty it after any check.
        var all = receipts.iterator();
        if (!all.hasNext()) {
            return null;
        }
        var first = all.next();
        return first.keepUntil().isAfter(now) ? null : first;
    }

    boolean remove(StoredReceipt receipt) {
        return receipts.remove(receipt);
    }
}
