package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CHAT;
import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Author;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Invitation;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.model.Numbering;
import dev.collab.model.Receipt;
import dev.collab.model.SettingsChange;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CommitResult;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What other adapters cut, fold or round. */
@DisplayName("Awkward values")
class AwkwardValuesTest {
    private static final Instant NANOS = Instant.parse("2030-01-01T09:00:00.123456789Z");
    private static final String ASTRAL = "\uD83D\uDE00 e\u0301 \u00E9 \u202E \uFFFF";

    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    @DisplayName("B-51 come back as they went in: nanoseconds, 32 KiB, astral characters, blanks, null and empty")
    void roundTrip() {
        var entries = List.of(
                entry(0, "x".repeat(32 * 1024)),
                entry(1, "\uD83D\uDE00".repeat(8 * 1024)),
                entry(2, " \t\r\n" + ASTRAL + " "),
                entry(3, ""),
                entry(4, null));
        var receipt = receipt();
        var told = notification();
        var commit = new Commit(head(), 0, 0, entries, List.of(), List.of(), List.of(told), receipt);

        assertThat(storage.conversations().commit(commit)).isEqualTo(CommitResult.COMMITTED);

        var loaded = storage.conversations().load(CHAT, receipt.command()).orElseThrow();
        assertThat(loaded.head()).isEqualTo(head());
        assertThat(loaded.receipt()).isEqualTo(receipt);
        assertThat(read()).isEqualTo(entries);
        assertThat(storage.outbox().claim(ASTRAL, Instant.MIN, Instant.MAX, 1))
                .extracting(claim -> claim.notification())
                .containsExactly(told);
    }

    @Test
    @DisplayName("of settings come back as they went in")
    void settings() {
        var before = InboxSettings.untouched(SHOP);
        var after = new InboxSettings(
                SHOP, 1, Long.MAX_VALUE, Long.MAX_VALUE, NANOS, ASTRAL, before.collaboration(), before.conversations());
        var change = new SettingsChange(new AgentId(ASTRAL), NANOS, before, after);

        assertThat(storage.inboxes().compareAndSet(change)).isTrue();

        assertThat(storage.inboxes().load(SHOP)).isEqualTo(after);
        assertThat(storage.inboxes().history(SHOP, Long.MAX_VALUE, 1)).containsExactly(change);
    }

    @Test
    @DisplayName("P-22 of ids are told apart by case, normal form and lookalikes")
    void ids() {
        var similar = List.of("\u00E9", "e\u0301", "E", "e", "\u0435", "\uFF45");
        similar.forEach(value -> storage.conversations()
                .commit(Commits.first(new ConversationId(value)).build()));

        assertThat(similar)
                .allSatisfy(value -> assertThat(storage.conversations().load(new ConversationId(value), null))
                        .hasValueSatisfying(
                                stored -> assertThat(stored.head().id().value()).isEqualTo(value)));
    }

    @Test
    @DisplayName("are not changed through a list the caller keeps or was given")
    void immutable() {
        var mine = new ArrayList<>(List.of(entry(0, "text")));
        var head = Samples.head(CHAT, 1, 1, 1);
        storage.conversations()
                .commit(new Commit(head, 0, 0, mine, List.of(), List.of(), List.of(notification()), null));
        mine.clear();

        assertThat(read()).hasSize(1).isUnmodifiable();
        assertThat(storage.outbox().claim("relay", NANOS, NANOS, 1)).hasSize(1).isUnmodifiable();
        assertThat(storage.inboxes().history(SHOP, 1, 1)).isUnmodifiable();
    }

    private static ConversationHead head() {
        var asha = new Author(ActorKind.AGENT, "asha", ASTRAL);
        var invitation = new Invitation(
                new InvitationId("invitation"),
                null,
                new GroupId(ASTRAL),
                asha,
                null,
                null,
                Level.ADVISER,
                null,
                Duration.ofNanos(1),
                Long.MAX_VALUE,
                false,
                NANOS,
                Instant.MAX);
        return new ConversationHead(
                CHAT,
                SHOP,
                new CustomerId(ASTRAL),
                ASTRAL,
                Channel.EMAIL_TICKET,
                ASTRAL,
                new CaseFacts(new GroupId(ASTRAL), Set.of(ASTRAL), Map.of(ASTRAL, ASTRAL)),
                ConversationStatus.RESOLVED,
                new AgentId(ASTRAL),
                Long.MAX_VALUE,
                List.of(),
                List.of(invitation),
                CHAT,
                new ConversationHead.MergedInto(CHAT, Long.MAX_VALUE),
                new Counters(1, 5, 5, Long.MAX_VALUE, 4),
                Instant.MIN,
                NANOS);
    }

    private static TimelineEntry entry(long sequence, String text) {
        var file = new Attachment(new AttachmentId(ASTRAL), ASTRAL, "text/plain", Long.MAX_VALUE);
        return new TimelineEntry(
                CHAT,
                sequence,
                1,
                sequence,
                EntryKind.REPLY,
                Audience.PUBLIC,
                Set.of(),
                new Author(ActorKind.AGENT, ASTRAL, ASTRAL),
                ASTRAL,
                text,
                List.of(file, file),
                Map.of(ASTRAL, "", "", ASTRAL),
                Long.MAX_VALUE,
                NANOS,
                false);
    }

    private static StoredReceipt receipt() {
        var command = new CommandRef(CHAT, ActorKind.SYSTEM, ASTRAL, new CommandKey(ASTRAL));
        return new StoredReceipt(
                command, ASTRAL, new Receipt(Long.MAX_VALUE, Map.of(ASTRAL, ASTRAL), NANOS), Instant.MAX);
    }

    private static Notification notification() {
        return new Notification(
                new NotificationId(ASTRAL),
                SHOP,
                CHAT,
                ActorKind.CUSTOMER,
                ASTRAL,
                NotificationKind.OUTGOING_REPLY,
                1,
                Integer.MAX_VALUE,
                null,
                ASTRAL,
                null,
                NANOS);
    }

    private List<TimelineEntry> read() {
        var scope = new TimelineScope(
                List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0)), Long.MAX_VALUE, Numbering.CUSTOMER);
        return storage.conversations().read(new TimelineQuery(CHAT, scope, Direction.ASCENDING, 0, 10));
    }
}
