package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.AgentId;
import dev.collab.model.EndReason;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.IdQuery;
import dev.collab.spi.Storage;
import dev.collab.tck.Variation;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether values that are easily changed by accident come back as they went in. */
public abstract class ValueSuite extends StorageSuite {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ValueSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.VALUES)
    @DisplayName("B-51 P-43 of texts come back as they are: 32 KiB, astral characters, blanks, nothing and empty")
    void texts() {
        var storage = empty();
        var texts = Stream.of(
                "x".repeat(32 * 1024),
                "\uD83D\uDE00".repeat(16 * 1024),
                " \t\r\n" + Awkward.WORDS + "\u00A0 ",
                "line one\r\nline two\rline three\n",
                "\u0001\u001F\u007F\u0085\u2028\uFEFF",
                "null",
                "");
        var shapes = new Awkward(NOW);
        var entries = new ArrayList<TimelineEntry>();
        texts.forEach(text -> entries.add(shapes.entry(entries.size(), text)));
        entries.add(shapes.entry(entries.size(), null));
        Shown.commit(storage, all(shapes, entries));

        for (int place = 0; place < entries.size(); place++) {
            assertThat(Shown.timeline(storage, CHAT).get(place))
                    .as("entry %d", place)
                    .isEqualTo(entries.get(place));
        }
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.VALUES)
    @DisplayName("B-41 B-71 B-74 P-43 of every shape come back as they are: names, blanks, orders, numbers and nulls")
    void shapes() {
        var storage = empty();
        var shapes = new Awkward(NOW.plusMillis(123));
        var ended = ended(shapes);
        Shown.commit(storage, all(shapes, List.of(shapes.entry(0, "text"))).ending(ended));

        sameAs(shapes, storage, ended);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.VALUES)
    @DisplayName("B-51 P-47 of times come back as they are: the first and the last millisecond of the years 1 to 9999")
    void years() {
        for (var at : List.of(FIRST, LAST, Instant.EPOCH, Instant.parse("1969-12-31T23:59:59.999Z"))) {
            var storage = empty();
            var shapes = new Awkward(at);
            var ended = ended(shapes);
            Shown.commit(storage, all(shapes, List.of(shapes.entry(0, "text"))).ending(ended));

            sameAs(shapes, storage, ended);
            assertThat(storage.inboxes().compareAndSet(shapes.change())).isTrue();
            assertThat(storage.inboxes().load(SHOP)).isEqualTo(shapes.change().after());
        }
    }

    private static void sameAs(Awkward shapes, Storage storage, EndedCollaboration ended) {
        assertThat(Shown.head(storage, CHAT)).isEqualTo(shapes.head(1));
        assertThat(Shown.timeline(storage, CHAT)).containsExactly(shapes.entry(0, "text"));
        assertThat(Shown.receipt(storage, shapes.receipt().command())).isEqualTo(shapes.receipt());
        var agent = ListViews.agent(Awkward.WORDS);
        assertThat(Shown.list(storage, agent)).singleElement().satisfies(row -> {
            assertThat(row.head()).isEqualTo(shapes.head(1));
            assertThat(row.newestPublic()).isEqualTo(shapes.entry(0, "text"));
        });
        assertThat(Shown.collaborations(storage, CHAT))
                .contains(CollaborationRecord.of(ended))
                .hasSize(3);
        assertThat(Shown.delivered(storage)).containsExactly(shapes.notification());
    }

    private static Commits all(Awkward shapes, List<TimelineEntry> entries) {
        return Commits.first(CHAT)
                .head(shapes.head(entries.size()))
                .entries(entries.toArray(TimelineEntry[]::new))
                .telling(shapes.notification())
                .remembering(shapes.receipt());
    }

    private static EndedCollaboration ended(Awkward shapes) {
        return new EndedCollaboration(
                SHOP, CHAT, shapes.collaboration("past", "dee", shapes.at()), EndReason.MERGED, shapes.at());
    }

    @Test
    @Clause(value = "InboxStore.load", read = Chapter.VALUES)
    @DisplayName("B-1 B-4 P-43 of settings come back as they are, in the history as well")
    void settings() {
        var storage = empty();
        var change = new Awkward(NOW).change();

        assertThat(storage.inboxes().compareAndSet(change)).isTrue();

        assertThat(storage.inboxes().load(SHOP)).isEqualTo(change.after());
        assertThat(storage.inboxes().history(SHOP, Long.MAX_VALUE, 1)).containsExactly(change);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.VALUES, orDeclare = "Variation.KEEPS_NANOSECONDS")
    @DisplayName("P-47 of times come back to the nanosecond, or cut and never rounded up to the next millisecond")
    void nanoseconds() {
        for (var at : List.of(
                Instant.parse("2030-01-01T09:00:00.123999999Z"),
                Instant.parse("2030-12-31T23:59:59.999999999Z"),
                Instant.parse("1969-12-31T23:59:59.998999999Z"))) {
            var storage = empty();
            var shapes = new Awkward(at);
            Shown.commit(storage, all(shapes, List.of(shapes.entry(0, "text"))).ending(ended(shapes)));
            assertThat(storage.inboxes().compareAndSet(shapes.change())).isTrue();
            for (var time : times(storage)) {
                if (declares(Variation.KEEPS_NANOSECONDS)) {
                    assertThat(time).isEqualTo(at);
                } else {
                    assertThat(time).isBetween(at.truncatedTo(ChronoUnit.MILLIS), at);
                }
            }
        }
    }

    private static List<Instant> times(Storage storage) {
        var head = Shown.head(storage, CHAT);
        var settings = storage.inboxes().history(SHOP, 2, 1).get(0);
        var times = new ArrayList<>(List.of(head.openedAt(), head.lastActivityAt(), settings.at()));
        Stream.ofNullable(settings.after().epochSince()).forEach(times::add);
        for (var one : Shown.collaborations(storage, CHAT)) {
            times.add(one.collaboration().startedAt());
            Stream.of(
                            one.endedAt(),
                            one.collaboration().endsAt(),
                            one.collaboration().work().firstWordAt())
                    .filter(Objects::nonNull)
                    .forEach(times::add);
        }
        head.invitations().forEach(one -> times.addAll(List.of(one.invitedAt(), one.expiresAt())));
        Shown.timeline(storage, CHAT).forEach(entry -> times.add(entry.at()));
        Stream.ofNullable(Shown.receipt(storage, new Awkward(NOW).receipt().command()))
                .forEach(one ->
                        times.addAll(List.of(one.keepUntil(), one.receipt().at())));
        Shown.delivered(storage).forEach(one -> times.add(one.at()));
        return times;
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.VALUES, orDeclare = "Variation.KEEPS_ANY_TEXT")
    @DisplayName("B-51 P-22 with NUL and lone surrogates come back as they are, or their commit is refused as a whole")
    void anyText() {
        for (var text : List.of("a\0b", "\0", "\uD83D", "x\uDE00", "\uDE00\uD83D")) {
            var shown = "the text "
                    + text.codePoints().mapToObj(Integer::toHexString).toList();
            var shapes = new Awkward(NOW);
            var entry = shapes.entry(0, text);
            kept(
                    shown,
                    all(shapes, List.of(entry)),
                    storage -> Shown.timeline(storage, CHAT).equals(List.of(entry)));
            var invited = asked(text);
            var head = Commits.first(CHAT)
                    .head(Heads.open("chat")
                            .inviting(List.of(invited))
                            .counting(Samples.head(CHAT, 1, 1, 1).counters()));
            kept(
                    shown + " of an invitation",
                    head,
                    storage -> Shown.head(storage, CHAT).invitations().equals(List.of(invited)));
        }
    }

    private static Invitation asked(String question) {
        var like = Heads.open("chat").invited("bo", NOW).invitations().get(0);
        return new Invitation(
                like.id(),
                new AgentId("bo"),
                null,
                like.invitedBy(),
                question,
                null,
                Level.ADVISER,
                null,
                null,
                0,
                false,
                NOW,
                NOW);
    }

    private void kept(String what, Commits commit, Predicate<Storage> isShown) {
        var storage = empty();
        if (declares(Variation.KEEPS_ANY_TEXT)) {
            Shown.commit(storage, commit);
            assertThat(isShown.test(storage)).as("%s comes back", what).isTrue();
            return;
        }
        assertThatExceptionOfType(InvalidArgumentException.class)
                .as(what)
                .isThrownBy(() -> storage.conversations().commit(commit.build()));
        assertThat(storage.conversations().load(CHAT, null))
                .as("the conversation after it")
                .isEmpty();
        assertThat(Shown.timeline(storage, CHAT)).isEmpty();
        assertThat(Shown.delivered(storage)).isEmpty();
        assertThat(storage.conversations().forgetReceipts(Instant.MAX, 1))
                .as("receipts")
                .isZero();
        Shown.commit(storage, Commits.first(CHAT));
    }

    @Test
    @Clause(value = "Storage.conversations", read = Chapter.VALUES)
    @DisplayName("P-30 are not changed through a list that was given out")
    void immutable() {
        var storage = empty();
        Shown.change(storage, SHOP);
        Shown.commit(storage, Story.opened().settings(1).ending(Samples.ended("past")));
        var queries = new ArrayList<Supplier<List<?>>>();
        queries.add(() -> Shown.timeline(storage, CHAT));
        queries.add(() -> Shown.list(storage, ListViews.agent("asha")));
        queries.add(() -> storage.conversations().ids(IdQuery.of(SHOP, null, 10)));
        queries.add(() -> storage.conversations().overdue(Instant.MAX, 10));
        queries.add(() -> storage.inboxes().history(SHOP, Long.MAX_VALUE, 10));
        queries.add(() -> Shown.collaborations(storage, CHAT));
        queries.add(() -> storage.outbox().claim("relay", NOW, NOW, 10));

        for (var query : queries) {
            var before = List.copyOf(query.get());
            assertThat(before).isNotEmpty();
            emptied(query.get());
            assertThat(List.<Object>copyOf(query.get())).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    private static void emptied(List<?> given) {
        try {
            given.clear();
        } catch (UnsupportedOperationException refused) {
            assertThat(given).as("a list that cannot be changed").isNotEmpty();
        }
    }
}
