package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.spi.CommitResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Delivers in another order than that of revision and ordinal. */
abstract class Reordering extends Delegating {
    private final Map<NotificationId, Notification> told = new ConcurrentHashMap<>();
    private final UnaryOperator<Notification> order;

    Reordering(UnaryOperator<Notification> order) {
        this.order = order;
    }

    @Override
    public CommitResult commit(Commit commit) {
        commit.notifications().forEach(one -> told.put(one.id(), one));
        return super.commit(new Commit(
                commit.head(),
                commit.before(),
                commit.settingsRevision(),
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                commit.notifications().stream().map(order).toList(),
                commit.receipt()));
    }

    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return super.claim(claimer, now, leaseUntil, limit).stream()
                .map(this::asTold)
                .toList();
    }

    @Override
    public List<Claim> parked(@Nullable NotificationId after, int limit) {
        return super.parked(after, limit).stream().map(this::asTold).toList();
    }

    private Claim asTold(Claim claim) {
        var id = claim.notification().id();
        return new Claim(Objects.requireNonNull(told.get(id)), claim.attempts());
    }

    static Notification placed(Notification one, long revision, int ordinal) {
        return new Notification(
                one.id(),
                one.inbox(),
                one.conversation(),
                one.recipientKind(),
                one.recipient(),
                one.kind(),
                revision,
                ordinal,
                one.sequence(),
                one.actor(),
                one.subject(),
                one.at());
    }
}
