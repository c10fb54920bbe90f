package dev.collab.tck.broken;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.AgentId;
import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.NotificationId;
import dev.collab.model.SettingsChange;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.ViewerMark;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.CollaborationStore;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.CountQuery;
import dev.collab.spi.IdQuery;
import dev.collab.spi.InboxStore;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.Outbox;
import dev.collab.spi.Storage;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.tck.Variation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A good storage; whoever extends it spoils one thing. */
class Delegating implements Storage, ConversationStore, InboxStore, CollaborationStore, Outbox {
    final Storage good;

    Delegating() {
        this(new InMemoryStorage());
    }

    Delegating(Storage good) {
        this.good = good;
    }

    /** What it declares; what it does is another matter. */
    Set<Variation> variations() {
        return Set.of(Variation.KEEPS_NANOSECONDS, Variation.KEEPS_ANY_TEXT);
    }

    /** Another sight of the same data. */
    Storage reopened() {
        throw new UnsupportedOperationException("not durable");
    }

    /** Makes the kind of an entry one that nobody knows. */
    void writeUnknownKind(ConversationId conversation, long sequence) {
        throw new UnsupportedOperationException("keeps the objects it was given");
    }

    @Override
    public final ConversationStore conversations() {
        return this;
    }

    @Override
    public final InboxStore inboxes() {
        return this;
    }

    @Override
    public final CollaborationStore collaborations() {
        return this;
    }

    @Override
    public final Outbox outbox() {
        return this;
    }

    @Override
    public Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command) {
        return good.conversations().load(conversation, command);
    }

    @Override
    public CommitResult commit(Commit commit) {
        return good.conversations().commit(commit);
    }

    @Override
    public void remember(StoredReceipt receipt) {
        good.conversations().remember(receipt);
    }

    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        return good.conversations().read(query);
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        return good.conversations().find(query);
    }

    @Override
    public List<ConversationId> ids(IdQuery query) {
        return good.conversations().ids(query);
    }

    @Override
    public List<Integer> count(List<CountQuery> queries) {
        return good.conversations().count(queries);
    }

    @Override
    public void mark(ViewerMark mark) {
        good.conversations().mark(mark);
    }

    @Override
    public void mute(ConversationId conversation, AgentId agent, boolean muted) {
        good.conversations().mute(conversation, agent, muted);
    }

    @Override
    public boolean isMuted(ConversationId conversation, AgentId agent) {
        return good.conversations().isMuted(conversation, agent);
    }

    @Override
    public List<ConversationId> overdue(Instant now, int limit) {
        return good.conversations().overdue(now, limit);
    }

    @Override
    public int forgetReceipts(Instant now, int limit) {
        return good.conversations().forgetReceipts(now, limit);
    }

    @Override
    public InboxSettings load(InboxId inbox) {
        return good.inboxes().load(inbox);
    }

    @Override
    public boolean compareAndSet(SettingsChange change) {
        return good.inboxes().compareAndSet(change);
    }

    @Override
    public List<SettingsChange> history(InboxId inbox, long belowRevision, int limit) {
        return good.inboxes().history(inbox, belowRevision, limit);
    }

    @Override
    public List<CollaborationRecord> find(CollaborationQuery query) {
        return good.collaborations().find(query);
    }

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return good.outbox().claim(claimer, now, leaseUntil, limit);
    }

    @Override
    public boolean acknowledge(NotificationId notification, String claimer) {
        return good.outbox().acknowledge(notification, claimer);
    }

    @Override
    public boolean fail(NotificationId notification, String claimer, Failure failure) {
        return good.outbox().fail(notification, claimer, failure);
    }

    @Override
    public List<Claim> parked(@Nullable NotificationId after, int limit) {
        return good.outbox().parked(after, limit);
    }

    @Override
    public boolean retry(NotificationId notification) {
        return good.outbox().retry(notification);
    }
}
