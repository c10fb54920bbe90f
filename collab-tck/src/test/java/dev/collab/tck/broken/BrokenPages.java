package dev.collab.tck.broken;

import dev.collab.model.NotificationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Repeats the last one of a page of what is parked at the start of the next. */
final class BrokenPages extends Delegating {
    @Override
    public List<Claim> parked(@Nullable NotificationId after, int limit) {
        return super.parked(null, Integer.MAX_VALUE).stream()
                .filter(one -> after == null || one.notification().id().compareTo(after) >= 0)
                .limit(limit)
                .toList();
    }
}
