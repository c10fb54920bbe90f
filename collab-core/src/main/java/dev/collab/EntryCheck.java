package dev.collab;

import dev.collab.conversation.EntryRef;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.spi.CountQuery;
import dev.collab.spi.StoredConversation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sorts out which of many entries somebody may see: one load for each conversation, and one read for all entries. */
final class EntryCheck {
    /** As many as a page of search results, and some more. */
    static final int MOST = 1_000;

    private final Host host;

    EntryCheck(Host host) {
        this.host = host;
    }

    /**
     * Decides.
     *
     * @param wanted the entries
     * @param reader gives the decision about a conversation; asked for once all are loaded, so that it is as new
     * @return those in scope, in the order asked for
     */
    Set<EntryRef> visible(List<EntryRef> wanted, Supplier<Function<StoredConversation, Optional<Reading>>> reader) {
        if (wanted.size() > MOST) {
            throw new InvalidArgumentException("entries", "must be at most " + MOST);
        }
        var stored = new LinkedHashMap<ConversationId, StoredConversation>();
        wanted.stream()
                .map(EntryRef::conversation)
                .distinct()
                .forEach(id -> host.conversations().load(id, null).ifPresent(one -> stored.put(id, one)));
        var decide = reader.get();
        Map<ConversationId, Optional<Reading>> readings = new LinkedHashMap<>();
        stored.forEach((id, one) -> readings.put(id, decide.apply(one)));
        return counted(wanted, readings);
    }

    private Set<EntryRef> counted(List<EntryRef> wanted, Map<ConversationId, Optional<Reading>> readings) {
        var asked = new ArrayList<EntryRef>();
        var queries = new ArrayList<CountQuery>();
        for (var ref : new LinkedHashSet<>(wanted)) {
            readings.getOrDefault(ref.conversation(), Optional.empty())
                    .flatMap(reading -> reading.asks(ref.sequence()))
                    .ifPresent(query -> {
                        asked.add(ref);
                        queries.add(query);
                    });
        }
        var visible = new LinkedHashSet<EntryRef>();
        if (!queries.isEmpty()) {
            var counts = host.conversations().count(queries);
            for (int number = 0; number < asked.size(); number++) {
                if (counts.get(number) > 0) {
                    visible.add(asked.get(number));
                }
            }
        }
        return Collections.unmodifiableSet(visible);
    }
}
