package dev.collab.inmemory;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.ViewerMark;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.IdQuery;
import dev.collab.spi.ListedConversation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * What lists are made of, all of it behind one lock.
 *
 * <p>Whatever a row shows - heads, the newest public entry, settings, marks - is written with this lock held alone, so a
 * page, which shares it until it is full, is of one snapshot as a whole: nothing moves up or leaves while it is read.
 * Between two pages something may. A conversation that did not change is on the page it belongs on all the same, as a
 * page begins at a place in the order and not at a count; one that moved up may come again, or only on the pages before.
 *
 * <p>The settings stand here a second time, because a page must not ask for the locks of inboxes: a commit holds one of
 * them while it waits for this lock.
 */
final class ConversationLists {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Shelves shelves = new Shelves();
    private final DueTimes dueTimes = new DueTimes();
    private final Register register = new Register();
    private final Collaborations collaborations = new Collaborations();
    private final Map<InboxId, InboxSettings> settings = new HashMap<>();
    private final Map<Viewer, Long> marks = new HashMap<>();

    /** Runs what changes anything a list shows, while nobody reads a list. */
    void runAlone(Runnable action) {
        var alone = lock.writeLock();
        alone.lock();
        try {
            action.run();
        } finally {
            alone.unlock();
        }
    }

    /** Takes over that a conversation has another head than before; to be called from {@link #runAlone}. */
    void move(@Nullable ConversationHead before, ConversationRecord record, List<EndedCollaboration> ended) {
        register.move(before, record.head());
        collaborations.move(before, record.head(), ended);
        shelves.move(before, record);
        dueTimes.move(before, record.head());
    }

    /** Takes over changed settings; to be called from {@link #runAlone}. */
    void change(InboxSettings after) {
        settings.put(after.inbox(), after);
    }

    void mark(ViewerMark mark) {
        var viewer = new Viewer(mark.conversation(), mark.viewerKind(), mark.viewer());
        runAlone(() -> marks.merge(viewer, mark.position(), Math::max));
    }

    List<ListedConversation> find(ConversationQuery query, Probe probe) {
        var shared = lock.readLock();
        shared.lock();
        try {
            var merge = ListRanges.merge(shelves, this::settingsOf, query, probe);
            var page = new ArrayList<ListedConversation>();
            for (var record = merge.next(); record != null; record = merge.next()) {
                var head = record.head();
                var current = settingsOf(head.inbox());
                if (query.admits(head, current)) {
                    page.add(row(record, current, query, probe));
                    if (page.size() == query.limit()) {
                        break;
                    }
                }
            }
            return Collections.unmodifiableList(page);
        } finally {
            shared.unlock();
        }
    }

    private ListedConversation row(
            ConversationRecord record, InboxSettings current, ConversationQuery query, Probe probe) {
        var scope = query.scope();
        var head = record.head();
        long mark = markOf(head.id(), query);
        long from = Math.max(mark, scope.newFrom(head, current));
        var timeline = record.timeline();
        return new ListedConversation(
                head, current, timeline.newestPublic(), mark, timeline.unread(scope.agent(), from, probe));
    }

    List<ConversationId> overdue(Instant now, int limit) {
        var shared = lock.readLock();
        shared.lock();
        try {
            return dueTimes.until(now, limit);
        } finally {
            shared.unlock();
        }
    }

    List<ConversationId> ids(IdQuery query) {
        var shared = lock.readLock();
        shared.lock();
        try {
            return register.page(query);
        } finally {
            shared.unlock();
        }
    }

    List<CollaborationRecord> collaborations(CollaborationQuery query) {
        var shared = lock.readLock();
        shared.lock();
        try {
            return collaborations.page(query);
        } finally {
            shared.unlock();
        }
    }

    private InboxSettings settingsOf(InboxId inbox) {
        var changed = settings.get(inbox);
        return changed == null ? InboxSettings.untouched(inbox) : changed;
    }

    private long markOf(ConversationId conversation, ConversationQuery query) {
        var agent = query.scope().agent();
        var id =
                agent == null ? Objects.requireNonNull(query.scope().customer()).value() : agent.value();
        return marks.getOrDefault(new Viewer(conversation, query.viewerKind(), id), 0L);
    }

    /** Whose mark it is, and where. */
    private record Viewer(ConversationId conversation, ActorKind kind, String id) {}
}
