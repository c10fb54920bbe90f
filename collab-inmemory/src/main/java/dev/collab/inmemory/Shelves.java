package dev.collab.inmemory;

import dev.collab.inmemory.Shelf.Spot;
import dev.collab.model.ConversationHead;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every conversation on the shelves it belongs on; none of them is empty. Guarded by the lists' lock.
 *
 * <p>A commit costs a step in a tree for each shelf of its conversation, and those only if it changed its spot.
 */
final class Shelves {
    private final Map<Object, Map<ShelfKey, Shelf>> byOwner = new HashMap<>();

    /** Gives the shelves of an owner. */
    Map<ShelfKey, Shelf> of(Object owner) {
        return Collections.unmodifiableMap(byOwner.getOrDefault(owner, Map.of()));
    }

    /** Takes over that a conversation has another head than before. */
    void move(@Nullable ConversationHead before, ConversationRecord record) {
        var spot = Spot.of(record.head());
        var keys = ShelfKey.of(record.head());
        var oldSpot = before == null ? spot : Spot.of(before);
        Set<ShelfKey> oldKeys = before == null ? Set.of() : ShelfKey.of(before);
        boolean stays = oldSpot.equals(spot);
        for (var key : oldKeys) {
            if (!stays || !keys.contains(key)) {
                remove(key, oldSpot);
            }
        }
        for (var key : keys) {
            if (!stays || !oldKeys.contains(key)) {
                byOwner.computeIfAbsent(key.owner(), none -> new HashMap<>())
                        .computeIfAbsent(key, none -> new Shelf())
                        .put(spot, record);
            }
        }
    }

    private void remove(ShelfKey key, Spot spot) {
        var owned = byOwner.get(key.owner());
        var shelf = owned == null ? null : owned.get(key);
        if (owned == null || shelf == null) {
            throw new IllegalStateException("a conversation stood on no shelf where it belonged");
        }
        shelf.remove(spot);
        if (shelf.isEmpty()) {
            owned.remove(key);
        }
        if (owned.isEmpty()) {
            byOwner.remove(key.owner());
        }
    }
}
