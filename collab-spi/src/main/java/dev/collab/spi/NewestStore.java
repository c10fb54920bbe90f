package dev.collab.spi;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.Arrays;
import java.util.Optional;

/** Loads a conversation together with the end of its timeline. */
@FunctionalInterface
public interface NewestStore {
    /**
     * Loads what a decision needs, and the newest entries, for whomever they are.
     *
     * <p>For the first page of a timeline, of which most viewers may see all. Head, settings and entries are of one
     * snapshot, or the entries are read later and end where the head stops counting.
     *
     * @param conversation which conversation
     * @param numbering whose sequence the entries must have, and are ordered by
     * @param limit how many at most, from 1 to {@link TimelineQuery#MAX_LIMIT}
     * @return empty if there is no such conversation
     */
    Optional<StoredEnd> load(ConversationId conversation, Numbering numbering, int limit);

    /**
     * Loads, and then reads.
     *
     * @param conversations where to
     * @return the port for a storage that cannot do both at once
     */
    static NewestStore over(ConversationStore conversations) {
        return (conversation, numbering, limit) -> conversations
                .load(conversation, null)
                .map(stored -> {
                    var lanes = Arrays.stream(Audience.values())
                            .map(audience -> new Lane(AudienceKey.of(audience), 0))
                            .toList();
                    var counters = stored.head().counters();
                    long until = numbering == Numbering.AGENTS ? counters.entries() : counters.customerEntries();
                    var everything = new TimelineScope(lanes, until, numbering);
                    return new StoredEnd(
                            stored,
                            conversations.read(new TimelineQuery(
                                    conversation, everything, Direction.DESCENDING, Long.MAX_VALUE, limit)));
                });
    }
}
