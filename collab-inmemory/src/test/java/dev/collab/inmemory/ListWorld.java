package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Audience;
import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Notification;
import dev.collab.model.SettingsChange;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.CommitResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Conversations in a store, and their heads, to hold the price of its lists against.
 *
 * <p>Threads may use it side by side for different conversations.
 */
final class ListWorld {
    final ConversationLists lists = new ConversationLists();
    final InMemoryInboxes inboxes = new InMemoryInboxes(lists);
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryConversations conversations = new InMemoryConversations(inboxes, lists, outbox);
    private final Map<ConversationId, ConversationHead> heads = new ConcurrentHashMap<>();
    private final Map<ConversationId, TimelineEntry> newest = new ConcurrentHashMap<>();

    /** Commits a customer's message that leaves the head like this. */
    void write(Heads next, Notification... told) {
        var old = countersOf(next.id());
        var entry = Samples.message(next.id(), old.entries(), old.revision() + 1, old.customerEntries(), "message");
        var counters = new Counters(
                old.revision() + 1,
                old.entries() + 1,
                old.customerEntries() + 1,
                old.customerVersion() + 1,
                old.entries());
        newest.put(next.id(), entry);
        commit(next.counting(counters), entry, List.of(), List.of(told));
    }

    /** Commits a note that leaves the head like this; on request it redacts the newest message. */
    void note(Heads next, boolean redacting) {
        var old = countersOf(next.id());
        var entry = Samples.note(next.id(), old.entries(), old.revision() + 1, Audience.AGENTS, Set.of());
        var counters = new Counters(
                old.revision() + 1,
                old.entries() + 1,
                old.customerEntries(),
                old.customerVersion(),
                old.newestPublic());
        boolean redacts = redacting && old.customerEntries() > 0;
        var left = redacts
                ? Stream.ofNullable(newest.computeIfPresent(next.id(), (id, message) -> message.withoutContent()))
                        .toList()
                : List.<TimelineEntry>of();
        commit(next.counting(counters), entry, left, List.of());
    }

    private void commit(
            ConversationHead head,
            TimelineEntry entry,
            List<TimelineEntry> redactions,
            List<Notification> notifications) {
        var before = heads.put(head.id(), head);
        CommitResult result;
        do {
            long settings = inboxes.load(head.inbox()).revision();
            result = conversations.commit(
                    new Commit(head, before, settings, List.of(entry), redactions, List.of(), notifications, null));
        } while (result == CommitResult.SETTINGS_CHANGED);
        assertThat(result).isEqualTo(CommitResult.COMMITTED);
    }

    void decide(String inbox, long epoch, GroupReading reading, boolean othersRead) {
        var before = inboxes.load(new InboxId(inbox));
        var after = new InboxSettings(
                before.inbox(),
                before.revision() + 1,
                epoch,
                before.invitationEpoch(),
                before.epochSince(),
                before.publicName(),
                before.collaboration(),
                before.conversations().withReading(reading, othersRead));
        assertThat(inboxes.compareAndSet(new SettingsChange(Samples.ASHA, Samples.NOW, before, after)))
                .isTrue();
    }

    Collection<ConversationHead> heads() {
        return heads.values();
    }

    private Counters countersOf(ConversationId id) {
        var head = heads.get(id);
        return head == null ? new Counters(0, 0, 0, 0, 0) : head.counters();
    }
}
