package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Invitation;
import dev.collab.model.TimelineEntry;
import dev.collab.model.Unicode;
import dev.collab.tck.Variation;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Takes no text that cannot be encoded, and no time finer than a millisecond in entries. */
final class RefusesOddTexts extends Rewriting {
    @Override
    Set<Variation> variations() {
        return Set.of();
    }

    @Override
    Commit rewritten(Commit commit) {
        var texts = Stream.concat(
                commit.entries().stream().map(TimelineEntry::text),
                commit.head().invitations().stream().map(Invitation::question));
        texts.filter(Objects::nonNull).forEach(RefusesOddTexts::check);
        return withTimes(commit, at -> at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static void check(String text) {
        if (!Unicode.isWellFormed(text) || text.indexOf(0) >= 0) {
            throw new InvalidArgumentException("text", "must be storable");
        }
    }
}
