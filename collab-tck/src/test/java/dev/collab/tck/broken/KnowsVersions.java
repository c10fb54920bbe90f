package dev.collab.tck.broken;

import dev.collab.model.ConversationId;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.StorageException;
import dev.collab.spi.TimelineQuery;
import dev.collab.tck.Variation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells entries that a newer version has written, as an adapter does that reads rows. */
class KnowsVersions extends Delegating {
    private final Set<String> unknown = new HashSet<>();

    @Override
    Set<Variation> variations() {
        return Set.of(Variation.KEEPS_NANOSECONDS, Variation.KEEPS_ANY_TEXT, Variation.READS_OTHER_VERSIONS);
    }

    @Override
    void writeUnknownKind(ConversationId conversation, long sequence) {
        unknown.add(conversation + " " + sequence);
    }

    final boolean isUnknown(TimelineEntry entry) {
        return unknown.contains(entry.conversation() + " " + entry.sequence());
    }

    final List<TimelineEntry> all(TimelineQuery query) {
        return good.conversations().read(query);
    }

    @Override
    public List<TimelineEntry> read(TimelineQuery query) {
        var page = all(query);
        page.forEach(this::check);
        return page;
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var page = super.find(query);
        page.forEach(row -> check(row.newestPublic()));
        return page;
    }

    private void check(TimelineEntry entry) {
        if (isUnknown(entry)) {
            throw StorageException.nothingChanged("unknown kind", new IllegalArgumentException("kind"));
        }
    }
}
