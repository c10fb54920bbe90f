package dev.collab.tck.broken;

import dev.collab.tck.broken.BrokenStorageTest.Broken;
import java.util.stream.Stream;

/** The adapters that do well until threads meet. */
final class BrokenThreads {
    private BrokenThreads() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken("ConversationThreads", BrokenLastWriteWins::new, "P-23 P-24", "ConversationStore.commit"),
                new Broken("ConversationThreads", BrokenStaleCache::new, "B-56 P-7", "ConversationStore.read"),
                new Broken("ConversationThreads", BrokenPagesByLane::new, "B-56 P-7", "ConversationStore.read"),
                new Broken("ConversationThreads", BrokenEndOfHead::new, "B-56 P-7", "NewestStore.load"),
                new Broken("ConversationThreads", BrokenTwoStatementLoad::new, "B-41 P-27", "ConversationStore.load"),
                new Broken("ConversationThreads", BrokenSettingsOfLoad::new, "P-7 P-16", "ConversationStore.load"),
                new Broken("ConversationThreads", BrokenReceiptCount::new, "P-32", "ConversationStore.forgetReceipts"),
                new Broken("SettingsThreads", BrokenLostSettings::new, "B-1 P-24", "InboxStore.compareAndSet"),
                new Broken("SettingsThreads", BrokenUncheckedSettings::new, "P-16 B-1", "ConversationStore.commit"),
                new Broken("ListThreads", BrokenListsInParts::new, "B-57 B-56", "ConversationStore.find"),
                new Broken("ListThreads", BrokenRowsOfLists::new, "B-56 P-7", "ConversationStore.find"),
                new Broken("ListThreads", BrokenSettingsOfLists::new, "B-53 B-56", "ConversationStore.find"),
                new Broken("ListThreads", BrokenListCursor::new, "B-57", "ConversationStore.find"),
                new Broken("OutboxThreads", BrokenDualWrite::new, "P-34 P-36", "ConversationStore.commit"),
                new Broken("OutboxThreads", BrokenClaimTwice::new, "B-71 B-72", "Outbox.claim"),
                new Broken("OutboxThreads", BrokenCursorOutbox::new, "P-35 B-71", "Outbox.claim"),
                new Broken("Histories", BrokenLastWriteWins::new, "P-23 P-24 P-27", "ConversationStore.commit"),
                new Broken("Histories", BrokenTwoStatementLoad::new, "P-23 P-24 P-27", "ConversationStore.commit"),
                new Broken("Histories", BrokenLostSettings::new, "P-23 B-1", "InboxStore.compareAndSet"));
    }
}
