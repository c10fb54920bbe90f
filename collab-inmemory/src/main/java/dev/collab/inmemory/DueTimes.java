package dev.collab.inmemory;

import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.Invitation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the first time in the head of each conversation is over; guarded by the lists' lock. */
final class DueTimes {
    private final NavigableSet<Due> order =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::conversation));

    void move(@Nullable ConversationHead before, ConversationHead after) {
        if (before != null) {
            Due.of(before).ifPresent(order::remove);
        }
        Due.of(after).ifPresent(order::add);
    }

    List<ConversationId> until(Instant now, int limit) {
        return order.stream()
                .takeWhile(due -> !due.at().isAfter(now))
                .limit(limit)
                .map(Due::conversation)
                .toList();
    }

    /** One conversation and its first end. */
    private record Due(Instant at, ConversationId conversation) {
        static Optional<Due> of(ConversationHead head) {
            var boxes =
                    head.collaborations().stream().map(Collaboration::endsAt).filter(Objects::nonNull);
            var lives = head.invitations().stream().map(Invitation::expiresAt);
            return Stream.concat(boxes, lives).min(Comparator.naturalOrder()).map(at -> new Due(at, head.id()));
        }
    }
}
