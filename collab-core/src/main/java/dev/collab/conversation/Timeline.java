package dev.collab.conversation;

import dev.collab.model.ConversationId;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.outcome.LeakPreventedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows a page of what is in scope, and throws rather than shows what is not.
 *
 * <p>Reading itself is the caller's: here it is said what to read, and what is made of it.
 */
public final class Timeline {
    private final ConversationId conversation;
    private final TimelineScope scope;
    private final Page page;

    /**
     * Prepares a page.
     *
     * @param conversation whose timeline
     * @param scope what the viewer may read
     * @param page which page
     */
    public Timeline(ConversationId conversation, TimelineScope scope, Page page) {
        this.conversation = conversation;
        this.scope = scope;
        this.page = page;
    }

    /** {@return whether the page goes from newer to older entries} */
    public boolean descends() {
        return page.cursor().map(Cursor::isOlder).orElse(true);
    }

    /** {@return the position the page starts at, or just above which it starts if it descends} */
    public long start() {
        return page.cursor().map(Cursor::position).orElse(scope.until());
    }

    /** {@return how many entries to read: one more than the page, to see whether there are more} */
    public int limit() {
        return page.limit() + 1;
    }

    /**
     * Takes the newest page from the newest entries of the conversation, if it is in them.
     *
     * @param newest the last entries there are, for whomever they are, newest first
     * @param all whether there are no others
     * @return what the store would return if asked for the page; empty if that cannot be told
     */
    public Optional<List<TimelineEntry>> among(List<TimelineEntry> newest, boolean all) {
        var admitted = newest.stream().filter(scope::admits).limit(limit()).toList();
        return all || admitted.size() == limit() ? Optional.of(admitted) : Optional.empty();
    }

    /**
     * Shows an agent the page.
     *
     * @param read what the store returned, in the direction asked for
     * @return the page
     * @throws LeakPreventedException if the store returned what is not in scope
     */
    public Slice<AgentEntry> forAgent(List<TimelineEntry> read) {
        return slice(read, Entries::forAgent);
    }

    /**
     * Shows the customer the page.
     *
     * @param read what the store returned, in the direction asked for
     * @return the page
     * @throws LeakPreventedException if the store returned what is not in scope
     */
    public Slice<CustomerEntry> forCustomer(List<TimelineEntry> read) {
        return slice(read, Entries::forCustomer);
    }

    /**
     * Shows an agent entries that leave the library.
     *
     * @param conversation whose timeline
     * @param scope what the viewer may read
     * @param read what the store returned
     * @param notes whether notes are among what they want
     * @return the entries, in the order they were read
     * @throws LeakPreventedException if the store returned what is not in scope
     */
    public static List<AgentEntry> exportForAgent(
            ConversationId conversation, TimelineScope scope, List<TimelineEntry> read, ExportNotes notes) {
        check(conversation, scope, read);
        return read.stream()
                .filter(entry -> notes == ExportNotes.INCLUDED || !EntryFacts.tellsOfNote(entry))
                .map(Entries::forAgent)
                .toList();
    }

    /**
     * Shows the customer entries that leave the library.
     *
     * @param conversation whose timeline
     * @param scope what the customer may read
     * @param read what the store returned
     * @return the entries, in the order they were read
     * @throws LeakPreventedException if the store returned what is not in scope
     */
    public static List<CustomerEntry> exportForCustomer(
            ConversationId conversation, TimelineScope scope, List<TimelineEntry> read) {
        check(conversation, scope, read);
        return read.stream().map(Entries::forCustomer).toList();
    }

    /**
     * Shows an agent the newest message or reply in a list.
     *
     * @param scope what the viewer may read of the conversation
     * @param newest the entry
     * @return empty if it is not in scope
     */
    public static Optional<AgentEntry> previewForAgent(TimelineScope scope, TimelineEntry newest) {
        return scope.admits(newest) ? Optional.of(Entries.forAgent(newest)) : Optional.empty();
    }

    /**
     * Shows the customer the newest message or reply in a list.
     *
     * @param scope what the customer may read of the conversation
     * @param newest the entry
     * @return the entry
     * @throws LeakPreventedException if it is not in scope
     */
    public static CustomerEntry previewForCustomer(TimelineScope scope, TimelineEntry newest) {
        if (!scope.admits(newest)) {
            throw new LeakPreventedException(newest.conversation(), newest.sequence());
        }
        return Entries.forCustomer(newest);
    }

    /**
     * Takes the one entry that was asked for.
     *
     * @param conversation whose timeline
     * @param scope what the viewer may read
     * @param position its position, in the scope's numbering
     * @param read what the store returned from that position on
     * @return the entry; empty if there is none in scope at that position
     * @throws LeakPreventedException if the store returned what is not in scope
     */
    public static Optional<TimelineEntry> only(
            ConversationId conversation, TimelineScope scope, long position, List<TimelineEntry> read) {
        check(conversation, scope, read);
        return read.stream()
                .filter(entry -> entry.position(scope.numbering()) == position)
                .findFirst();
    }

    /** The one place that holds what a store returned against what was asked of it. */
    private static void check(ConversationId conversation, TimelineScope scope, List<TimelineEntry> read) {
        for (var entry : read) {
            if (!entry.conversation().equals(conversation) || !scope.admits(entry)) {
                throw new LeakPreventedException(conversation, entry.sequence());
            }
        }
    }

    private <E> Slice<E> slice(List<TimelineEntry> read, Function<TimelineEntry, E> show) {
        check(conversation, scope, read);
        boolean more = read.size() > page.limit();
        var shown = new ArrayList<>(more ? read.subList(0, page.limit()) : read);
        if (descends()) {
            Collections.reverse(shown);
        }
        long first = shown.isEmpty() ? Math.min(start(), scope.until()) : position(shown.get(0));
        long next = shown.isEmpty() ? Math.min(start(), scope.until()) : position(shown.get(shown.size() - 1)) + 1;
        // Going up, whatever lies below the start is older; whether anything is visible there, the next page shows.
        boolean hasOlder = descends() ? more : first > 0;
        return new Slice<>(
                shown.stream().map(show).toList(),
                hasOlder ? Optional.of(Cursor.olderThan(first)) : Optional.empty(),
                Cursor.newerFrom(next));
    }

    private long position(TimelineEntry entry) {
        return entry.position(scope.numbering());
    }
}
