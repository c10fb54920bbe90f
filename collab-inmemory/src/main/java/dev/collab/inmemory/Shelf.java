package dev.collab.inmemory;

import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationStatus;
import dev.collab.spi.ConversationQuery.Position;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Conversations in the order of lists, those of each stage apart; guarded by the lists' lock. */
final class Shelf {
    private final Map<Stage, NavigableMap<Position, ConversationRecord>> rows = new EnumMap<>(Stage.class);

    void put(Spot spot, ConversationRecord record) {
        rows.computeIfAbsent(spot.stage(), none -> new TreeMap<>()).put(spot.position(), record);
    }

    void remove(Spot spot) {
        var stage = rows.get(spot.stage());
        if (stage != null) {
            stage.remove(spot.position());
            if (stage.isEmpty()) {
                rows.remove(spot.stage());
            }
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Iterator<Entry<Position, ConversationRecord>> after(@Nullable Position after, Stage stage) {
        var all = rows.getOrDefault(stage, Collections.emptyNavigableMap());
        return (after == null ? all : all.tailMap(after, false)).entrySet().iterator();
    }

    /** The statuses of conversations, those in a queue told from those assigned: lists and policies do. */
    enum Stage {
        QUEUED(ConversationStatus.OPEN),
        ASSIGNED(ConversationStatus.OPEN),
        RESOLVED(ConversationStatus.RESOLVED),
        CLOSED(ConversationStatus.CLOSED);

        private final ConversationStatus status;

        Stage(ConversationStatus status) {
            this.status = status;
        }

        ConversationStatus status() {
            return status;
        }

        static Stage of(ConversationHead head) {
            return switch (head.status()) {
                case OPEN -> head.isQueued() ? QUEUED : ASSIGNED;
                case RESOLVED -> RESOLVED;
                case CLOSED -> CLOSED;
            };
        }
    }

    /** Where a conversation stands on each of its shelves. */
    record Spot(Stage stage, Position position) {
        static Spot of(ConversationHead head) {
            return new Spot(Stage.of(head), new Position(head.lastActivityAt(), head.id()));
        }
    }
}
