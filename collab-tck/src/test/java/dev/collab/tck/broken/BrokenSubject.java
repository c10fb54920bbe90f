package dev.collab.tck.broken;

import dev.collab.model.Notification;
import java.time.Instant;
import java.util.List;

/** Stores a notification without its subject. */
final class BrokenSubject extends Delegating {
    @Override
    public List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        return super.claim(claimer, now, leaseUntil, limit).stream()
                .map(claim -> new Claim(withoutSubject(claim.notification()), claim.attempts()))
                .toList();
    }

    private static Notification withoutSubject(Notification one) {
        return new Notification(
                one.id(),
                one.inbox(),
                one.conversation(),
                one.recipientKind(),
                one.recipient(),
                one.kind(),
                one.revision(),
                one.ordinal(),
                one.sequence(),
                one.actor(),
                null,
                one.at());
    }
}
