package dev.collab.inmemory;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.Notification;
import dev.collab.spi.Outbox.Claim;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A notification in the outbox and what is known of its delivery; guarded by the outbox's lock. */
final class OutboxRow {
    /** The order of delivery within a line. */
    static final Comparator<OutboxRow> BY_PLACE = Comparator.<OutboxRow>comparingLong(
                    row -> row.notification.revision())
            .thenComparingInt(row -> row.notification.ordinal())
            .thenComparing(row -> row.notification.id());

    final Notification notification;

    /** How many rows the outbox had taken before. */
    final long turn;

    int attempts;

    /** From when on it may be claimed: the end of its lease, or the time of another try; null for at once. */
    @Nullable Instant dueAt;

    /** Who claimed it last and has not let go of it; null if nobody. */
    @Nullable String claimer;

    OutboxRow(Notification notification, long turn) {
        this.notification = notification;
        this.turn = turn;
    }

    Line line() {
        return new Line(notification.conversation(), notification.recipientKind(), notification.recipient());
    }

    Claim toClaim() {
        return new Claim(notification, attempts);
    }

    /** Whose rows are delivered one after the other. */
    record Line(ConversationId conversation, ActorKind recipientKind, String recipient) {}
}
