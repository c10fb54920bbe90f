package dev.collab;

import dev.collab.conversation.Page;
import dev.collab.conversation.Timeline;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.StoredEnd;
import java.util.List;
import java.util.Optional;

/**
 * Is what is loaded to decide about a page of a timeline, with the entries the newest page will be found in.
 *
 * <p>Most viewers see most of what was written last. Then one read does; if too much of it is for others, and for all
 * older pages, the page is read in the ranges of the scope.
 *
 * @param stored what the decision needs
 * @param newest the newest entries, for whomever they are; empty if another page is wanted
 * @param all whether those are all there are
 */
record PageLoad(Optional<StoredConversation> stored, Optional<List<TimelineEntry>> newest, boolean all) {
    static PageLoad of(Host host, ConversationId conversation, Page page, Numbering numbering) {
        if (page.cursor().isPresent()) {
            return new PageLoad(host.conversations().load(conversation, null), Optional.empty(), false);
        }
        // One more than the page, to see whether there are more, and for agents some that are for others.
        int shown = page.limit() + 1;
        int limit = numbering == Numbering.CUSTOMER ? shown : shown + shown / 2;
        var end = host.storage().newest().load(conversation, numbering, limit);
        return new PageLoad(
                end.map(StoredEnd::conversation),
                end.map(StoredEnd::newest),
                end.filter(one -> one.newest().size() < limit).isPresent());
    }

    List<TimelineEntry> entries(Host host, Reading reading, Timeline timeline) {
        return newest.flatMap(entries -> timeline.among(entries, all)).orElseGet(() -> reading.entries(host, timeline));
    }
}
