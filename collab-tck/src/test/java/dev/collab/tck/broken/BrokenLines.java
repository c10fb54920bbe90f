package dev.collab.tck.broken;

import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes all recipients of a conversation wait for each other. */
final class BrokenLines extends Delegating {
    private final Map<ConversationId, NotificationId> held = new ConcurrentHashMap<>();

    @Override
    public synchronized List<Claim> claim(String claimer, Instant now, Instant leaseUntil, int limit) {
        var first = new ArrayList<Claim>();
        for (var claim : super.claim(claimer, now, leaseUntil, limit)) {
            var id = claim.notification().id();
            if (id.equals(held.computeIfAbsent(claim.notification().conversation(), none -> id))) {
                first.add(claim);
            }
        }
        return first;
    }
}
