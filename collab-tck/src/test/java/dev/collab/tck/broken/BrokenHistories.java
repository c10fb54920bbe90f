package dev.collab.tck.broken;

import dev.collab.tck.broken.BrokenStorageTest.Broken;
import java.util.stream.Stream;

/** The adapters that random histories find out. */
final class BrokenHistories {
    private BrokenHistories() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken("Model", BrokenWindows::new, "B-52 B-53 B-56 B-60 P-7", "ConversationStore.read"),
                new Broken("Model", BrokenListOrder::new, "B-52 B-57", "ConversationStore.find"),
                new Broken("Model", BrokenVersions::new, "B-38 P-1", "ConversationStore.load"),
                new Broken("Model", BrokenVersions::new, "B-38 P-3", "ConversationStore.commit"),
                new Broken("Faults", BrokenReceipts::new, "B-41 P-27 P-28 P-33", "ConversationStore.load"),
                new Broken("Races", BrokenSettingsUnchecked::new, "B-7 P-16", "ConversationStore.commit"),
                new Broken("Differences", BrokenSeconds::new, "B-52 P-43", "Storage.conversations"));
    }
}
