package dev.collab.tck.broken;

import dev.collab.tck.broken.BrokenStorageTest.Broken;
import java.util.stream.Stream;

/** The adapters over which a rule of the domain does not hold. */
final class BrokenRules {
    private BrokenRules() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken("NoteRules", BrokenAudiences::new, "B-45", "ConversationStore.read"),
                new Broken("SightRules", BrokenUnread::new, "B-57", "ConversationStore.find"),
                new Broken("PolicyRules", BrokenEpochs::new, "B-7", "ConversationStore.find"),
                new Broken("PolicyRules", BrokenSettingsCache::new, "B-7", "ConversationStore.find"),
                new Broken("PolicyRules", BrokenSettingsUnchecked::new, "B-7 P-16", "ConversationStore.commit"),
                new Broken("KeyRules", BrokenActors::new, "B-41 P-27", "ConversationStore.load"),
                new Broken("KeyRules", BrokenMemory::new, "B-41", "ConversationStore.load"),
                new Broken("CandidateRules", BrokenErrors::new, "B-12 P-16", "ConversationStore.commit"),
                new Broken("SightRules", BrokenTwoStatements::new, "B-56 P-7", "ConversationStore.read"),
                new Broken("NotificationRules", BrokenRows::new, "B-70 P-41", "ConversationStore.commit"),
                new Broken("NoteRules", BrokenRedactions::new, "B-48", "ConversationStore.commit"),
                new Broken("LeavingRules", BrokenArchive::new, "B-27", "ConversationStore.read"),
                new Broken("InvitationRules", BrokenMoment::new, "B-22", "ConversationStore.overdue"),
                new Broken("SightRules", BrokenListOrder::new, "B-57", "ConversationStore.find"));
    }
}
