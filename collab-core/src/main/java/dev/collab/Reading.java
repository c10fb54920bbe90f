package dev.collab;

import dev.collab.conversation.Timeline;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxSettings;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.visibility.Standing;
import dev.collab.visibility.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Is a read that was granted: what was loaded, what the reader is to it, and what is in scope.
 *
 * @param head the head that granted access; the scope ends with what it had counted
 * @param settings the settings of the same snapshot
 * @param standing what the reader is to the conversation
 * @param scope what the reader may see
 */
record Reading(ConversationHead head, InboxSettings settings, Standing standing, TimelineScope scope) {
    static Optional<Reading> of(StoredConversation stored, Visibility visibility, Standing standing) {
        return visibility.scope(standing).map(scope -> new Reading(stored.head(), stored.settings(), standing, scope));
    }

    static Outcome<Reading> of(
            Optional<StoredConversation> stored, Function<StoredConversation, Optional<Reading>> decide) {
        return stored.flatMap(decide)
                .<Outcome<Reading>>map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
    }

    static List<TimelineEntry> entries(Host host, ConversationId conversation, TimelineScope scope, Timeline timeline) {
        var direction = timeline.descends() ? Direction.DESCENDING : Direction.ASCENDING;
        return host.conversations()
                .read(new TimelineQuery(conversation, scope, direction, timeline.start(), timeline.limit()));
    }
}
