package dev.collab.tck.broken;

import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.Notification;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.CommitResult;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores something else than it is given. */
abstract class Rewriting extends Delegating {
    /** What is stored instead. */
    abstract Commit rewritten(Commit commit);

    @Override
    public final CommitResult commit(Commit commit) {
        return super.commit(rewritten(commit));
    }

    static Commit with(
            Commit commit,
            List<TimelineEntry> entries,
            List<TimelineEntry> redactions,
            List<Notification> notifications) {
        return new Commit(
                commit.head(),
                commit.before(),
                commit.settingsRevision(),
                commit.otherSettings(),
                entries,
                redactions,
                commit.ended(),
                notifications,
                commit.receipt());
    }

    static Commit with(Commit commit, ConversationHead head) {
        return new Commit(
                head,
                commit.before(),
                commit.settingsRevision(),
                commit.otherSettings(),
                commit.entries(),
                commit.redactions(),
                commit.ended(),
                commit.notifications(),
                commit.receipt());
    }

    static Commit withTexts(Commit commit, UnaryOperator<@Nullable String> change) {
        var entries = commit.entries().stream()
                .map(entry -> with(entry, change.apply(entry.text()), entry.at()))
                .toList();
        return with(commit, entries, commit.redactions(), commit.notifications());
    }

    static Commit withTimes(Commit commit, UnaryOperator<Instant> change) {
        var entries = commit.entries().stream()
                .map(entry -> with(entry, entry.text(), change.apply(entry.at())))
                .toList();
        return with(commit, entries, commit.redactions(), commit.notifications());
    }

    static TimelineEntry with(TimelineEntry entry, @Nullable String text, Instant at) {
        return new TimelineEntry(
                entry.conversation(),
                entry.sequence(),
                entry.revision(),
                entry.customerSequence(),
                entry.kind(),
                entry.audience(),
                entry.readers(),
                entry.author(),
                entry.presentedName(),
                text,
                entry.attachments(),
                entry.facts(),
                entry.settingsRevision(),
                at,
                entry.redacted());
    }
}
