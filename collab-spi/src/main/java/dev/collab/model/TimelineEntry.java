package dev.collab.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Is one line of a conversation's history, as it is stored.
 *
 * <p>Only redaction and erasure change it afterwards, and never its place. Adapters store and return every component
 * as it is and never look into {@code kind}, {@code text} or {@code facts}.
 *
 * @param conversation whose history it belongs to
 * @param sequence its place: 0, 1, 2 … without a gap
 * @param revision the revision of the head it was committed with
 * @param customerSequence its place among what the customer may see, without a gap; null unless the kind is public
 * @param kind what it tells
 * @param audience for whom it is meant; {@link Audience#PUBLIC} exactly if the kind is public
 * @param readers agents who see it besides its audience: those a note names, and its author; in natural order
 * @param author who caused it
 * @param presentedName the name the customer sees, frozen when written; null unless it is a reply
 * @param text what was written; null if nothing was, or it was redacted
 * @param attachments the files that came with it, in the author's order
 * @param facts the ids and numbers of what happened, by name; never text of a person
 * @param settingsRevision the revision of the inbox's settings a policy decision rested on; null if there was none
 * @param at when it was written, to the millisecond; the order is that of {@code sequence} alone
 * @param redacted whether its text and attachments were taken away
 */
public record TimelineEntry(
        ConversationId conversation,
        long sequence,
        long revision,
        @Nullable Long customerSequence,
        EntryKind kind,
        Audience audience,
        Set<AgentId> readers,
        Author author,
        @Nullable String presentedName,
        @Nullable String text,
        List<Attachment> attachments,
        Map<String, String> facts,
        @Nullable Long settingsRevision,
        Instant at,
        boolean redacted) {
    /** Copies the collections and refuses an entry that would show the customer what is not theirs. */
    public TimelineEntry {
        Checks.notNegative("sequence", sequence);
        Checks.that(
                kind.isPublic() == (audience == Audience.PUBLIC), "audience", "must be public for public kinds only");
        Checks.that(
                kind.isPublic() == (customerSequence != null),
                "customer sequence",
                "must be given for public kinds only");
        Checks.that(
                (kind == EntryKind.REPLY) == (presentedName != null),
                "presented name",
                "must be given for replies only");
        Checks.that(audience != Audience.PUBLIC || readers.isEmpty(), "readers", "must be empty for public kinds");
        readers = Checks.sorted(readers);
        attachments = List.copyOf(attachments);
        facts = Checks.sorted(facts);
    }

    /**
     * Gives the keys the entry is indexed under.
     *
     * @return its audience's and one for each reader; never empty, in natural order
     */
    public Set<AudienceKey> audienceKeys() {
        var keys = new TreeSet<AudienceKey>();
        keys.add(AudienceKey.of(audience));
        readers.forEach(reader -> keys.add(AudienceKey.of(reader)));
        return keys;
    }

    /**
     * Tells whether the entry is indexed under a key.
     *
     * @param key any key
     * @return whether {@link #audienceKeys} has it
     */
    public boolean isUnder(AudienceKey key) {
        if (key.equals(AudienceKey.of(audience))) {
            return true;
        }
        for (var reader : readers) {
            if (key.equals(AudienceKey.of(reader))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Gives the entry's place in a numbering.
     *
     * @param numbering whose sequence to count in
     * @return the place, or -1 if the entry has none there
     */
    public long position(Numbering numbering) {
        return switch (numbering) {
            case AGENTS -> sequence;
            case CUSTOMER -> customerSequence == null ? -1 : customerSequence;
        };
    }

    /**
     * Names what redaction and erasure leave as it is.
     *
     * @return the entry's numbers, kind, audience, time and the ids of its author, in a form that can be compared
     */
    public Place place() {
        return new Place(
                conversation,
                sequence,
                revision,
                customerSequence,
                kind,
                audience,
                readers,
                author.kind(),
                author.id(),
                settingsRevision,
                at);
    }

    /**
     * Is everything about an entry that never changes.
     *
     * @param conversation whose history it belongs to
     * @param sequence its place
     * @param revision the revision of the head it was committed with
     * @param customerSequence its place among what the customer may see; null unless the kind is public
     * @param kind what it tells
     * @param audience for whom it is meant
     * @param readers agents who see it besides its audience
     * @param authorKind on which side its author stands
     * @param author the id of its author
     * @param settingsRevision the revision of the settings it rested on; null if there was none
     * @param at when it was written
     */
    public record Place(
            ConversationId conversation,
            long sequence,
            long revision,
            @Nullable Long customerSequence,
            EntryKind kind,
            Audience audience,
            Set<AgentId> readers,
            ActorKind authorKind,
            String author,
            @Nullable Long settingsRevision,
            Instant at) {}

    /**
     * Gives the entry with other names.
     *
     * @param newAuthor its author by another name
     * @param newPresentedName the name the customer sees; null unless it is a reply
     * @param newFacts its facts with other names
     * @return a copy in the same place
     */
    public TimelineEntry withNames(Author newAuthor, @Nullable String newPresentedName, Map<String, String> newFacts) {
        return new TimelineEntry(
                conversation,
                sequence,
                revision,
                customerSequence,
                kind,
                audience,
                readers,
                newAuthor,
                newPresentedName,
                text,
                attachments,
                newFacts,
                settingsRevision,
                at,
                redacted);
    }

    /**
     * Gives what is left of the entry after its text and attachments were taken away.
     *
     * @return a copy in the same place
     */
    public TimelineEntry withoutContent() {
        return new TimelineEntry(
                conversation,
                sequence,
                revision,
                customerSequence,
                kind,
                audience,
                readers,
                author,
                presentedName,
                null,
                List.of(),
                facts,
                settingsRevision,
                at,
                true);
    }
}
