package dev.collab.tck.broken;

import dev.collab.tck.broken.BrokenStorageTest.Broken;
import java.util.stream.Stream;

/** The adapters that break a promise of the outbox. */
final class BrokenOutboxes {
    private BrokenOutboxes() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken("Outboxes", BrokenUnknown::new, "B-72", "Outbox.claim"),
                new Broken("Outboxes", BrokenOutboxFirst::new, "B-71 P-34", "ConversationStore.commit"),
                new Broken("Outboxes", BrokenSubject::new, "B-71 P-39", "Outbox.claim"),
                new Broken("Outboxes", BrokenOrder::new, "B-71 P-39", "Outbox.claim"),
                new Broken("Outboxes", BrokenNumbers::new, "B-71 P-39", "Outbox.claim"),
                new Broken("Outboxes", BrokenLines::new, "B-71 P-40", "Outbox.claim"),
                new Broken("Outboxes", BrokenLimit::new, "B-72 P-35", "Outbox.claim"),
                new Broken("Outboxes", BrokenAcknowledgement::new, "B-71 B-72", "Outbox.acknowledge"),
                new Broken("Outboxes", BrokenLease::new, "B-72 P-39", "Outbox.claim"),
                new Broken("Outboxes", BrokenAtMostOnce::new, "B-72 P-39", "Outbox.claim"),
                new Broken("Outboxes", BrokenHolder::new, "B-72", "Outbox.acknowledge"),
                new Broken("Outboxes", BrokenLateWord::new, "B-72", "Outbox.acknowledge"),
                new Broken("Outboxes", BrokenWaiting::new, "B-72", "Outbox.fail"),
                new Broken("Outboxes", BrokenAttempts::new, "B-72", "Outbox.fail"),
                new Broken("Outboxes", BrokenParking::new, "B-71 P-40", "Outbox.fail"),
                new Broken("Outboxes", BrokenPages::new, "B-72", "Outbox.parked"),
                new Broken("Outboxes", BrokenRetry::new, "B-72", "Outbox.retry"),
                new Broken("Outboxes", BrokenInstants::new, "B-72", "Outbox.claim"),
                new Broken("Outboxes", BrokenOwnClock::new, "B-72 P-47", "Outbox.claim"),
                new Broken("Outboxes", BrokenArguments::new, "B-72", "Outbox.claim"),
                new Broken("OutboxModels", BrokenOrder::new, "B-71 B-72 P-35 P-47", "Outbox.claim"),
                new Broken("OutboxModels", BrokenHolder::new, "B-71 B-72 P-35 P-47", "Outbox.claim"),
                new Broken("OutboxModels", BrokenAtMostOnce::new, "B-71 B-72 P-35 P-47", "Outbox.claim"));
    }
}
