package dev.collab.inmemory;

import dev.collab.model.AgentId;
import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.ViewerMark;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.CountQuery;
import dev.collab.spi.IdQuery;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Conversations by id.
 *
 * <p>Locks are taken in one order, so that nobody waits in a circle: the conversation's, the inbox's, the lists', the
 * outbox's. A commit writes the conversation alone and holds off changes of the inbox's settings, and all lists for the
 * few steps of storing; loads and pages of a conversation run side by side. Lists take their own lock only.
 */
final class InMemoryConversations implements ConversationStore {
    private final Map<ConversationId, ConversationRecord> records = new ConcurrentHashMap<>();
    private final LockStripes locks = new LockStripes();
    private final ReceiptExpiry expiry = new ReceiptExpiry();
    private final InMemoryInboxes inboxes;
    private final ConversationLists lists;
    private final InMemoryOutbox outbox;
    private final Set<Mute> mutes = ConcurrentHashMap.newKeySet();

    InMemoryConversations(InMemoryInboxes inboxes, ConversationLists lists, InMemoryOutbox outbox) {
        this.inboxes = inboxes;
        this.lists = lists;
        this.outbox = outbox;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        var lock = locks.of(conversation).readLock();
        lock.lock();
        try {
            var record = records.get(conversation);
            if (record == null) {
                return Optional.empty();
            }
            var head = record.head();
            // Takes place when the settings are read: head and receipt cannot change meanwhile.
            return Optional.of(new StoredConversation(head, inboxes.load(head.inbox()), record.receiptOf(command)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CommitResult commit(Commit commit) {
        var head = commit.head();
        var lock = locks.of(head.id()).writeLock();
        lock.lock();
        try {
            var record = records.get(head.id());
            if ((record == null ? 0 : record.head().revision()) != commit.expectedRevision()) {
                return CommitResult.CONVERSATION_CHANGED;
            }
            var settings = new HashMap<>(commit.otherSettings());
            settings.put(head.inbox(), commit.settingsRevision());
            boolean stored = inboxes.runAt(settings, () -> store(record, commit));
            return stored ? CommitResult.COMMITTED : CommitResult.SETTINGS_CHANGED;
        } finally {
            lock.unlock();
        }
    }

    private void store(@Nullable ConversationRecord stored, Commit commit) {
        var record = stored == null ? new ConversationRecord(commit.head()) : stored;
        var before = stored == null ? null : stored.head();
        Arguments.that(Objects.equals(before, commit.before()), "before", "must be the stored head of its revision");
        record.check(commit);
        lists.runAlone(() -> {
            // The outbox may still refuse; after it nothing can. The commit takes place here: settings cannot change
            // before it is complete, and whoever is woken by a notification waits for the conversation's lock, or that
            // of the lists, before they see it.
            outbox.add(commit.notifications());
            var forgotten = record.apply(commit);
            lists.move(before, record, commit.ended());
            expiry.replace(forgotten, commit.receipt());
            records.put(commit.head().id(), record);
        });
    }

    @Override
    public void remember(StoredReceipt receipt) {
        var conversation = receipt.command().conversation();
        var lock = locks.of(conversation).writeLock();
        lock.lock();
        try {
            var record = records.get(conversation);
            if (record != null && record.remember(receipt)) {
                expiry.replace(null, receipt);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        var lock = locks.of(query.conversation()).readLock();
        lock.lock();
        try {
            var record = records.get(query.conversation());
            return record == null ? List.of() : record.timeline().page(query, Probe.NONE);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        return lists.find(query, Probe.NONE);
    }

    @Override
    public List<ConversationId> ids(IdQuery query) {
        return lists.ids(query);
    }

    @Override
    public List<Integer> count(List<CountQuery> queries) {
        return queries.stream().map(this::count).toList();
    }

    private int count(CountQuery query) {
        var lock = locks.of(query.conversation()).readLock();
        lock.lock();
        try {
            var record = records.get(query.conversation());
            return record == null ? 0 : record.timeline().count(query, Probe.NONE);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void mark(ViewerMark mark) {
        lists.mark(mark);
    }

    @Override
    public void mute(ConversationId conversation, AgentId agent, boolean muted) {
        var mute = new Mute(conversation, agent);
        if (muted) {
            mutes.add(mute);
        } else {
            mutes.remove(mute);
        }
    }

    @Override
    public boolean isMuted(ConversationId conversation, AgentId agent) {
        return mutes.contains(new Mute(conversation, agent));
    }

    @Override
    public List<ConversationId> overdue(Instant now, int limit) {
        Arguments.atLeastOne("limit", limit);
        return lists.overdue(now, limit);
    }

    @Override
    public int forgetReceipts(Instant now, int limit) {
        Arguments.atLeastOne("limit", limit);
        int forgotten = 0;
        for (var due = expiry.firstDue(now); due != null && forgotten < limit; due = expiry.firstDue(now)) {
            var conversation = due.command().conversation();
            var lock = locks.of(conversation).writeLock();
            lock.lock();
            try {
                // Somebody else may have forgotten or replaced it since it was seen to be due.
                if (expiry.remove(due)) {
                    var record = records.get(conversation);
                    if (record != null) {
                        record.forget(due);
                    }
                    forgotten++;
                }
            } finally {
                lock.unlock();
            }
        }
        return forgotten;
    }

    /** Who wants to be left alone, and by what. */
    private record Mute(ConversationId conversation, AgentId agent) {}
}
