package dev.collab.inmemory;

import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;
import dev.collab.spi.InboxStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings of inboxes, as the changes that led to them.
 *
 * <p>Commits of an inbox share its lock, so that they run side by side; a change of its settings holds it alone, so
 * that it comes before or after each of them.
 */
final class InMemoryInboxes implements InboxStore {
    /** Of each inbox every change in order; as each made the next revision, that at index i made revision i + 1. */
    private final Map<InboxId, List<SettingsChange>> changes = new ConcurrentHashMap<>();

    private final LockStripes locks = new LockStripes();
    private final ConversationLists lists;

    InMemoryInboxes(ConversationLists lists) {
        this.lists = lists;
    }

    @Override
    public InboxSettings load(InboxId inbox) {
        var lock = locks.of(inbox).readLock();
        lock.lock();
        try {
            return current(inbox);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean compareAndSet(SettingsChange change) {
        var inbox = change.before().inbox();
        var lock = locks.of(inbox).writeLock();
        lock.lock();
        try {
            if (current(inbox).revision() != change.before().revision()) {
                return false;
            }
            // Takes place here: no commit of the inbox is under way, and none begins before the lock is free.
            // Lists show it first; whoever saw it there waits for this lock before they see it elsewhere.
            lists.runAlone(() -> lists.change(change.after()));
            changes.computeIfAbsent(inbox, id -> new ArrayList<>()).add(change);
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<SettingsChange> history(InboxId inbox, long belowRevision, int limit) {
        Arguments.atLeastOne("limit", limit);
        var lock = locks.of(inbox).readLock();
        lock.lock();
        try {
            var all = changes.getOrDefault(inbox, List.of());
            int end = belowRevision < 1 ? 0 : (int) Math.min(all.size(), belowRevision - 1);
            var page = new ArrayList<>(all.subList(Math.max(0, end - limit), end));
            Collections.reverse(page);
            return Collections.unmodifiableList(page);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs an action while the settings of some inboxes stand at these revisions.
     *
     * @return false, with the action not run, if one of them does not
     */
    boolean runAt(Map<InboxId, Long> revisions, Runnable action) {
        var held = locks.all(revisions.keySet());
        held.forEach(lock -> lock.readLock().lock());
        try {
            boolean asExpected = revisions.entrySet().stream()
                    .allMatch(one -> current(one.getKey()).revision() == one.getValue());
            if (asExpected) {
                action.run();
            }
            return asExpected;
        } finally {
            held.forEach(lock -> lock.readLock().unlock());
        }
    }

    /** To be called with the inbox's lock held. */
    private InboxSettings current(InboxId inbox) {
        var all = changes.get(inbox);
        return all == null
                ? InboxSettings.untouched(inbox)
                : all.get(all.size() - 1).after();
    }
}
