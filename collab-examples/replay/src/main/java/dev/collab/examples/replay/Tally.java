package dev.collab.examples.replay;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Listener;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts what the library says it did; a replay has one thread. */
final class Tally implements Listener {
    private final Map<NotificationKind, Long> delivered = new EnumMap<>(NotificationKind.class);
    private long done;
    private long refused;
    private long raced;
    private long dropped;
    private long failed;
    private long parked;

    @Override
    public void commandDone(ConversationId conversation, ActorKind actor, String act) {
        done++;
    }

    @Override
    public void commandRefused(ConversationId conversation, ActorKind actor, String act, String reason) {
        refused++;
    }

    @Override
    public void raceRetried(ConversationId conversation, int attempt) {
        raced++;
    }

    @Override
    public void delivered(NotificationId notification, InboxId inbox, NotificationKind kind, Duration lag) {
        delivered.merge(kind, 1L, Long::sum);
    }

    @Override
    public void dropped(NotificationId notification, InboxId inbox, NotificationKind kind) {
        dropped++;
    }

    @Override
    public void deliveryFailed(NotificationId notification, InboxId inbox, int attempts, boolean isParked) {
        failed++;
        parked += isParked ? 1 : 0;
    }

    /** {@return how many commands were acknowledged} */
    long done() {
        return done;
    }

    /** {@return how many commands were refused} */
    long refused() {
        return refused;
    }

    /** {@return how often a command was decided anew} */
    long raced() {
        return raced;
    }

    /** {@return how many notifications went out, by kind} */
    Map<NotificationKind, Long> delivered() {
        return Collections.unmodifiableMap(delivered);
    }

    /** {@return how many notifications were not for their recipient any more} */
    long dropped() {
        return dropped;
    }

    /** {@return how many deliveries failed} */
    long failed() {
        return failed;
    }

    /** {@return how many notifications will not be tried again by themselves} */
    long parked() {
        return parked;
    }
}
