package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Is an entry before it has a place: everything but its numbers. */
final class Draft {
    private final EntryKind kind;
    private final Author author;
    private final Map<String, String> facts = new TreeMap<>();
    private Audience audience;
    private Set<AgentId> readers = Set.of();
    private List<Attachment> attachments = List.of();
    private @Nullable String text;
    private @Nullable String presentedName;
    private @Nullable Long settingsRevision;
    private @Nullable Instant at;

    private Draft(EntryKind kind, Author author) {
        this.kind = kind;
        this.author = author;
        // What is not for the customer starts out for agents; nothing starts out public that is not by its kind.
        this.audience = kind.isPublic() ? Audience.PUBLIC : Audience.AGENTS;
    }

    static Draft of(EntryKind kind, Author author) {
        return new Draft(kind, author);
    }

    Draft text(@Nullable String value) {
        text = value;
        return this;
    }

    Draft attachments(List<Attachment> values) {
        attachments = values;
        return this;
    }

    Draft audience(Audience value, Set<AgentId> named) {
        audience = value;
        readers = named;
        return this;
    }

    Draft presentedAs(String name) {
        presentedName = name;
        return this;
    }

    Draft decidedOn(long revision) {
        settingsRevision = revision;
        return this;
    }

    /** When it happened, if that was not now: an imported entry keeps its time. */
    Draft at(Instant time) {
        at = time;
        return this;
    }

    Draft fact(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
        return this;
    }

    /** Gives the draft its place behind everything the head has counted. */
    TimelineEntry placed(ConversationHead head, long revision, Instant now) {
        return placed(head.id(), head.counters().entries(), head.counters().customerEntries(), revision, now);
    }

    TimelineEntry placed(
            ConversationId conversation, long sequence, long customerSequence, long revision, Instant now) {
        return new TimelineEntry(
                conversation,
                sequence,
                revision,
                kind.isPublic() ? customerSequence : null,
                kind,
                audience,
                readers,
                author,
                presentedName,
                text,
                attachments,
                facts,
                settingsRevision,
                at == null ? now : at,
                false);
    }
}
