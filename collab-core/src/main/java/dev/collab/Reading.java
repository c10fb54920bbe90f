package dev.collab;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.Page;
import dev.collab.conversation.Timeline;
import dev.collab.model.ActorKind;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.ConversationHead;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.ViewerMark;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.CountQuery;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.visibility.Standing;
import dev.collab.visibility.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** What somebody who is about to act may see, at the version the act is decided on. */
    static Optional<Reading> of(Conversation now, Standing standing) {
        return now.visibility().scope(standing).map(scope -> new Reading(now.head(), now.settings(), standing, scope));
    }

    static Outcome<Reading> of(
            Optional<StoredConversation> stored, Function<StoredConversation, Optional<Reading>> decide) {
        return stored.flatMap(decide)
                .<Outcome<Reading>>map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
    }

    List<TimelineEntry> entries(Host host, Timeline timeline) {
        var direction = timeline.descends() ? Direction.DESCENDING : Direction.ASCENDING;
        return host.conversations()
                .read(new TimelineQuery(head.id(), scope, direction, timeline.start(), timeline.limit()));
    }

    /** All that is in scope, page by page and oldest first; one decision and one end for all pages. */
    void eachPage(Host host, Consumer<List<TimelineEntry>> each) {
        List<TimelineEntry> page;
        long next = 0;
        do {
            page = host.conversations()
                    .read(new TimelineQuery(head.id(), scope, Direction.ASCENDING, next, Page.MAX_LIMIT));
            each.accept(page);
            next = page.isEmpty() ? next : page.get(page.size() - 1).position(scope.numbering()) + 1;
        } while (page.size() == Page.MAX_LIMIT);
    }

    /** Asks for one entry whether it is in scope. */
    Optional<CountQuery> asks(long position) {
        // A scope that ends with the entry, counted from the entry on: one if it is in scope, or none.
        return position < scope.until()
                ? Optional.of(new CountQuery(
                        head.id(), new TimelineScope(scope.lanes(), position + 1, scope.numbering()), position, 1))
                : Optional.empty();
    }

    /** A file is found only through an entry in scope, so one of a note is to the customer like one that never was. */
    Outcome<Attachment> attachment(Host host, long position, AttachmentId attachment) {
        return entry(host, position).stream()
                .flatMap(entry -> entry.attachments().stream())
                .filter(file -> file.id().equals(attachment))
                .findFirst()
                .<Outcome<Attachment>>map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_ATTACHMENT));
    }

    Optional<TimelineEntry> entry(Host host, long position) {
        checkPosition(position);
        var found = host.conversations().read(new TimelineQuery(head.id(), scope, Direction.ASCENDING, position, 1));
        return Timeline.only(head.id(), scope, position, found);
    }

    /** Nobody reads ahead of what there is, or a later entry would be born as read. */
    long mark(Host host, ActorKind kind, String viewer, long position) {
        checkPosition(position);
        long unread = position >= scope.until() ? scope.until() : position + 1;
        host.conversations().mark(new ViewerMark(head.id(), kind, viewer, unread));
        return unread;
    }

    private static void checkPosition(long position) {
        if (position < 0) {
            throw new InvalidArgumentException("sequence", "must not be negative");
        }
    }
}
