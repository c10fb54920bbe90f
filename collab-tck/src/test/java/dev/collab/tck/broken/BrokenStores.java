package dev.collab.tck.broken;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.Storage;
import dev.collab.tck.broken.BrokenStorageTest.Broken;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The adapters that break what a single store must do. */
final class BrokenStores {
    private BrokenStores() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken("Commits", BrokenRepeatedCommits::new, "B-41 P-24", "ConversationStore.commit"),
                new Broken("Commits", BrokenHalfCommit::new, "P-30 P-34", "ConversationStore.commit"),
                new Broken("Commits", BrokenSettingsUnchecked::new, "P-16", "ConversationStore.commit"),
                new Broken("Commits", BrokenOtherSettings::new, "P-16 B-66", "ConversationStore.commit"),
                new Broken("Commits", BrokenOrderOfRefusals::new, "P-16 P-28", "ConversationStore.commit"),
                new Broken("Commits", BrokenLargeCommit::new, "B-69", "ConversationStore.commit"),
                new Broken("Commits", BrokenUnnotified::new, "P-34 P-36 B-71", "ConversationStore.commit"),
                new Broken("Changes", BrokenHeadChange::new, "B-68 B-69", "ConversationStore.commit"),
                new Broken("Changes", BrokenCollaborationChange::new, "B-69 B-74", "ConversationStore.commit"),
                new Broken("Changes", BrokenMoves::new, "B-57", "ConversationStore.find"),
                new Broken("Redactions", BrokenRedactions::new, "B-48", "ConversationStore.commit"),
                new Broken("Redactions", BrokenPreviews::new, "B-48 B-57 P-2", "ConversationStore.find"),
                new Broken("Loads", BrokenSettingsCache::new, "B-1 P-16", "ConversationStore.load"),
                new Broken("Loads", BrokenReceiptTime::new, "B-41 P-32", "ConversationStore.load"),
                new Broken("Loads", BrokenEnd::new, "B-56 P-7", "NewestStore.load"),
                new Broken("Timelines", BrokenFilterAfterLimit::new, "B-45 B-52 B-55", "ConversationStore.read"),
                new Broken("Timelines", BrokenNoteScope::new, "B-45 B-52 B-55", "ConversationStore.read"),
                new Broken("Timelines", BrokenCustomerPages::new, "B-38 P-3", "ConversationStore.read"),
                new Broken("Timelines", BrokenTimelineOrder::new, "B-52", "ConversationStore.read"),
                new Broken("Counts", BrokenHiddenCounts::new, "B-52 B-57", "ConversationStore.count"),
                new Broken("Counts", BrokenCountsOnce::new, "B-54 P-11", "ConversationStore.count"),
                new Broken("Receipts", BrokenReplays::new, "B-41 P-27", "ConversationStore.load"),
                new Broken("Receipts", BrokenJoinedKeys::new, "B-41 P-27 P-29", "ConversationStore.load"),
                new Broken("Receipts", BrokenForgetting::new, "B-41 P-32", "ConversationStore.forgetReceipts"),
                new Broken("Receipts", BrokenForgettingLimit::new, "B-41 P-32", "ConversationStore.forgetReceipts"),
                new Broken("Receipts", BrokenRemembering::new, "B-41 P-27", "ConversationStore.remember"),
                new Broken("Lists", BrokenEpochs::new, "B-7 P-8", "ConversationStore.find"),
                new Broken("Lists", BrokenStatusFilter::new, "B-52 B-53 B-57", "ConversationStore.find"),
                new Broken("Lists", BrokenListPages::new, "B-57", "ConversationStore.find"),
                new Broken("Lists", BrokenListCache::new, "B-52 B-53 B-57", "ConversationStore.find"),
                new Broken("Lists", BrokenUnread::new, "B-57 P-1", "ConversationStore.find"),
                new Broken("Lists", BrokenUnreadFrom::new, "B-52 B-53 B-57", "ConversationStore.find"),
                new Broken("Marks", BrokenMarks::new, "B-57", "ConversationStore.mark"),
                new Broken("Marks", BrokenMutes::new, "B-73", "ConversationStore.mute"),
                new Broken("Overdue", BrokenOverdueOrder::new, "B-22 B-24", "ConversationStore.overdue"),
                new Broken("Overdue", BrokenBounds::new, "B-22 P-47", "ConversationStore.overdue"),
                new Broken("Ids", BrokenIds::new, "B-69", "ConversationStore.ids"),
                new Broken("Collaborations", BrokenPeriods::new, "B-74", "CollaborationStore.find"),
                new Broken("Collaborations", BrokenEnded::new, "B-74", "CollaborationStore.find"),
                new Broken("Settings", BrokenSettings::new, "B-1", "InboxStore.compareAndSet"),
                new Broken("Settings", BrokenHistory::new, "B-1 P-31", "InboxStore.history"),
                new Broken("Values", BrokenTrimming::new, "B-51 P-43", "ConversationStore.read"),
                new Broken("Values", BrokenEmptyTexts::new, "B-51 P-43", "ConversationStore.read"),
                new Broken("Values", BrokenOddTexts::new, "B-51 P-22", "ConversationStore.commit"),
                new Broken("Values", BrokenRounding::new, "P-47", "ConversationStore.commit"),
                new Broken("Values", BrokenCutting::new, "P-47", "ConversationStore.commit"),
                new Broken("Identities", BrokenCases::new, "B-41 P-22 P-29", "ConversationStore.load"),
                new Broken("Identities", BrokenNormalForms::new, "B-57 B-73 P-22", "ConversationStore.mark"),
                new Broken("Tenants", sharing(BrokenTenantMutes::new), "P-12", "Storage.conversations"),
                new Broken("Tenants", tenants(), "P-12", "Storage.conversations"),
                new Broken("Tenants", sharing(BrokenTenantHistory::new), "P-12", "Storage.inboxes"),
                new Broken("Tenants", sharing(BrokenTenantReports::new), "P-12", "Storage.collaborations"),
                new Broken("Tenants", sharing(BrokenTenantOutbox::new), "P-12", "Storage.outbox"),
                new Broken("Durable", BrokenReopening::new, "P-26", "Storage.conversations"),
                new Broken("Durable", BrokenModesty::new, "P-26", "Storage.conversations"),
                new Broken("OtherVersions", BrokenObjects::new, "P-15 P-45", "ConversationStore.read"),
                new Broken("OtherVersions", BrokenUnknownKinds::new, "P-15 P-45", "ConversationStore.read"),
                new Broken("OtherVersions", BrokenUnknownPreviews::new, "P-15 P-45", "ConversationStore.find"));
    }

    private static Supplier<Storage> sharing(Function<Storage, Storage> broken) {
        var shared = new InMemoryStorage();
        return () -> broken.apply(shared);
    }

    private static Supplier<Storage> tenants() {
        var tenants = new ArrayList<ConversationStore>();
        return () -> new BrokenTenantReceipts(tenants);
    }
}
