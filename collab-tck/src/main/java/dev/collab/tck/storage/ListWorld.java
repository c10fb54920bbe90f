package dev.collab.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.Collaboration;
import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Numbering;
import dev.collab.model.SettingsChange;
import dev.collab.model.TimelineEntry;
import dev.collab.model.ViewerMark;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.Position;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.Storage;
import dev.collab.spi.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations in a storage, and the same as plain maps, to hold its lists against. */
final class ListWorld {
    final ConversationStore conversations;
    private final Storage storage;
    private final Map<InboxId, InboxSettings> settings = new HashMap<>();
    private final Map<ConversationId, ConversationHead> heads = new TreeMap<>();
    private final Map<ConversationId, TimelineEntry> newest = new HashMap<>();
    private final Map<ConversationId, List<TimelineEntry>> entries = new HashMap<>();
    private final Map<ViewerMark, Long> marks = new HashMap<>();
    private final List<CollaborationRecord> ended = new ArrayList<>();
    private int drawn;

    ListWorld(Storage storage) {
        this.storage = storage;
        this.conversations = storage.conversations();
    }

    /** Commits a customer's message that leaves the head like this. */
    void write(Heads next) {
        var old = countersOf(next.id());
        var entry = Samples.message(next.id(), old.entries(), old.revision() + 1, old.customerEntries(), "message");
        var counters = new Counters(
                old.revision() + 1,
                old.entries() + 1,
                old.customerEntries() + 1,
                old.customerVersion() + 1,
                old.entries());
        newest.put(next.id(), entry);
        commit(next, counters, entry, List.of());
    }

    /** Commits a note that leaves the head like this, but for its last activity; on request it redacts the newest message. */
    void note(Heads next, boolean redacting) {
        var old = countersOf(next.id());
        var entry = note(next.id(), old);
        var counters = new Counters(
                old.revision() + 1,
                old.entries() + 1,
                old.customerEntries(),
                old.customerVersion() + (redacting ? 1 : 0),
                old.newestPublic());
        var left = redacting
                ? Stream.ofNullable(newest.computeIfPresent(next.id(), (id, message) -> message.withoutContent()))
                        .toList()
                : List.<TimelineEntry>of();
        commit(next.active(headOf(next.id()).lastActivityAt()), counters, entry, left);
    }

    /** Turns from one audience to the next, and so does who reads it besides. */
    private static TimelineEntry note(ConversationId id, Counters old) {
        var audience =
                List.of(Audience.AGENTS, Audience.ASSIGNEE, Audience.NAMED).get((int) (old.entries() % 3));
        var readers = Stream.of("asha", "bo", "cy")
                .filter(agent -> audience != Audience.AGENTS && (old.entries() + agent.length()) % 2 == 0)
                .map(AgentId::new)
                .collect(Collectors.toSet());
        return Samples.note(id, old.entries(), old.revision() + 1, audience, readers);
    }

    private void commit(Heads next, Counters counters, TimelineEntry entry, List<TimelineEntry> redactions) {
        var before = heads.get(next.id());
        var standing = before == null ? List.<Collaboration>of() : before.collaborations();
        var head = next.granting(next.grants().stream()
                        .map(grant -> continued(grant, standing, next, entry.sequence()))
                        .toList())
                .counting(counters, assignedSequence(before, next, entry));
        var left = before == null ? List.<EndedCollaboration>of() : left(before, head);
        heads.put(head.id(), head);
        entries.computeIfAbsent(head.id(), none -> new ArrayList<>()).add(entry);
        left.forEach(one -> ended.add(CollaborationRecord.of(one)));
        assertThat(conversations.commit(new Commit(
                        head,
                        before,
                        settingsOf(head.inbox()).revision(),
                        List.of(entry),
                        redactions,
                        left,
                        List.of(),
                        null)))
                .as("the answer to revision %d of %s", head.revision(), head.id())
                .isEqualTo(CommitResult.COMMITTED);
    }

    private static long assignedSequence(@Nullable ConversationHead before, Heads next, TimelineEntry entry) {
        return before != null && Objects.equals(before.assignee(), next.assignee())
                ? before.assignedSequence()
                : entry.sequence();
    }

    /** Gives the collaboration that stands already, or else a new one: an id is never used again. */
    private Collaboration continued(Collaboration grant, List<Collaboration> standing, Heads next, long sequence) {
        return standing.stream()
                .filter(one -> one.agent().equals(grant.agent())
                        && one.epoch() == grant.epoch()
                        && Objects.equals(one.endsAt(), grant.endsAt()))
                .findFirst()
                .orElseGet(() -> Heads.starting(grant, "grant " + drawn++, next.activity(), sequence));
    }

    private static List<EndedCollaboration> left(ConversationHead before, ConversationHead after) {
        var stays = after.collaborations().stream().map(Collaboration::id).toList();
        return before.collaborations().stream()
                .filter(one -> !stays.contains(one.id()))
                .map(one -> new EndedCollaboration(
                        before.inbox(),
                        before.id(),
                        one,
                        EndReason.REMOVED,
                        one.startedAt().plusSeconds(after.revision() % 3)))
                .toList();
    }

    void decide(String inbox, long epoch, GroupReading reading, boolean othersRead) {
        var before = settingsOf(new InboxId(inbox));
        var after = new InboxSettings(
                before.inbox(),
                before.revision() + 1,
                epoch,
                before.invitationEpoch(),
                before.epochSince(),
                before.publicName(),
                before.collaboration(),
                before.conversations().withReading(reading, othersRead));
        settings.put(after.inbox(), after);
        assertThat(storage.inboxes().compareAndSet(new SettingsChange(Samples.ASHA, Samples.NOW, before, after)))
                .as("the change to revision %d of %s", after.revision(), inbox)
                .isTrue();
    }

    void mark(ViewerMark mark) {
        marks.merge(atZero(mark), mark.position(), Math::max);
        conversations.mark(mark);
    }

    boolean has(ConversationId id) {
        return heads.containsKey(id);
    }

    Collection<ConversationHead> heads() {
        return heads.values();
    }

    /** All collaborations there are and were, in their order. */
    List<CollaborationRecord> collaborations() {
        var current = heads.values().stream()
                .flatMap(head -> head.collaborations().stream()
                        .map(one -> new CollaborationRecord(head.inbox(), head.id(), one, null, null)));
        return Stream.concat(current, ended.stream())
                .sorted(Comparator.comparing(CollaborationRecord::position))
                .toList();
    }

    /** What the list is by the meaning of the query: filter everything, sort, and take the page. */
    List<ListedConversation> oracle(ConversationQuery query) {
        var order = Comparator.comparing(ConversationHead::lastActivityAt)
                .reversed()
                .thenComparing(ConversationHead::id);
        return heads.values().stream()
                .filter(head -> query.admits(head, settingsOf(head.inbox())))
                .sorted(order)
                .filter(head -> query.after() == null || isAfter(head, query.after()))
                .limit(query.limit())
                .map(head -> row(head, query))
                .toList();
    }

    private ListedConversation row(ConversationHead head, ConversationQuery query) {
        var scope = query.scope();
        var current = settingsOf(head.inbox());
        long mark = markOf(head.id(), query);
        long from = Math.max(mark, scope.newFrom(head, current));
        var numbering = scope.agent() == null ? Numbering.CUSTOMER : Numbering.AGENTS;
        var unread = Objects.requireNonNull(entries.get(head.id())).stream()
                .filter(entry -> entry.position(numbering) >= from)
                .toList();
        return new ListedConversation(
                head, current, Objects.requireNonNull(newest.get(head.id())), mark, Unread.of(unread, scope.agent()));
    }

    private static boolean isAfter(ConversationHead head, Position after) {
        var at = head.lastActivityAt();
        return at.isBefore(after.lastActivityAt())
                || (at.equals(after.lastActivityAt()) && head.id().compareTo(after.conversation()) > 0);
    }

    private long markOf(ConversationId conversation, ConversationQuery query) {
        var scope = query.scope();
        var viewer = scope.agent() != null
                ? scope.agent().value()
                : Objects.requireNonNull(scope.customer()).value();
        return marks.getOrDefault(new ViewerMark(conversation, query.viewerKind(), viewer, 0), 0L);
    }

    private static ViewerMark atZero(ViewerMark mark) {
        return new ViewerMark(mark.conversation(), mark.viewerKind(), mark.viewer(), 0);
    }

    private InboxSettings settingsOf(InboxId inbox) {
        return settings.computeIfAbsent(inbox, InboxSettings::untouched);
    }

    private ConversationHead headOf(ConversationId id) {
        return Objects.requireNonNull(heads.get(id));
    }

    private Counters countersOf(ConversationId id) {
        var head = heads.get(id);
        return head == null ? new Counters(0, 0, 0, 0, 0) : head.counters();
    }
}
