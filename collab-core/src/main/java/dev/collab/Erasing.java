package dev.collab;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.conversation.Erased;
import dev.collab.model.ActorKind;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Outcome;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.IdQuery;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a person out of stored conversations, in batches; whatever was done stays done when it is cut short. */
final class Erasing {
    /** Small enough for one commit to rewrite. */
    private static final int BATCH = 200;

    private final Host host;
    private final Commands commands;
    private final String name;
    private final Erased whose;
    private final BiFunction<@Nullable ConversationId, Integer, IdQuery> ids;

    Erasing(
            Host host,
            Commands commands,
            String name,
            Erased whose,
            BiFunction<@Nullable ConversationId, Integer, IdQuery> ids) {
        this.host = host;
        this.commands = commands;
        this.name = name;
        this.whose = whose;
        this.ids = ids;
    }

    ErasureProgress run(Optional<ErasurePlace> from, int most) {
        if (most < 1) {
            throw new InvalidArgumentException("most", "must be at least 1");
        }
        int left = most;
        int changed = 0;
        var place = from.or(() -> after(null));
        while (place.isPresent() && left > 0) {
            var at = place.get();
            int size = Math.min(left, BATCH);
            var batch = batch(at, size);
            changed += batch.changed() ? 1 : 0;
            // A short conversation costs a read too, so it counts for one at least.
            left -= Math.max(1, batch.looked());
            place = batch.looked() < size
                    ? after(at.conversation())
                    : Optional.of(new ErasurePlace(at.conversation(), at.sequence() + size));
        }
        return new ErasureProgress(changed, place);
    }

    private Optional<ErasurePlace> after(@Nullable ConversationId conversation) {
        return host.conversations().ids(ids.apply(conversation, 1)).stream()
                .findFirst()
                .map(next -> new ErasurePlace(next, 0));
    }

    private record Batch(int looked, boolean changed) {}

    private Batch batch(ErasurePlace place, int size) {
        var stored = host.conversations().load(place.conversation(), null);
        if (stored.isEmpty()) {
            return new Batch(0, false);
        }
        var now = Conversation.of(stored.get().head(), stored.get().settings(), host.now());
        var entries = entries(now, place, size);
        // Most conversations have no trace of them; a command would leave one of its own.
        boolean changed = !decide(now, entries, size).conversation().news().isEmpty();
        if (changed) {
            var ref = new CommandRef(place.conversation(), ActorKind.SYSTEM, name, commands.key(null));
            var command = new Command(
                    ref,
                    Command.Intent.of("erase", whose.kind(), place.sequence()),
                    head -> Set.of(),
                    (again, people) -> Outcome.done(decide(again, entries(again, place, size), size)));
            // Settling first would write the name down once more, behind the entries of this batch.
            commands.run(command.staying().unsettled());
        }
        return new Batch(entries.size(), changed);
    }

    /** The archive comes last: once the entries are rewritten, nothing can bring the name there any more. */
    private Decision decide(Conversation now, List<TimelineEntry> entries, int size) {
        boolean isLast = entries.size() < size;
        var ended = isLast ? ended(now.head().id()) : List.<EndedCollaboration>of();
        return now.erase(now.visibility().system(name), whose, entries, ended);
    }

    private List<TimelineEntry> entries(Conversation now, ErasurePlace place, int size) {
        var whole = now.visibility().whole();
        return host.conversations()
                .read(new TimelineQuery(place.conversation(), whole, Direction.ASCENDING, place.sequence(), size));
    }

    private List<EndedCollaboration> ended(ConversationId conversation) {
        var all = new ArrayList<EndedCollaboration>();
        var until = host.now().plus(Duration.ofDays(1));
        List<CollaborationRecord> page;
        CollaborationQuery.Position last = null;
        do {
            page = host.storage()
                    .collaborations()
                    .find(new CollaborationQuery(
                            null, conversation, Instant.EPOCH, until, last, CollaborationQuery.MAX_LIMIT));
            page.forEach(one -> Stream.ofNullable(one.ended()).forEach(all::add));
            last = page.isEmpty() ? last : page.get(page.size() - 1).position();
        } while (page.size() == CollaborationQuery.MAX_LIMIT);
        return all;
    }
}
