package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.SHOP;

import dev.collab.model.Acceptance;
import dev.collab.model.ActorKind;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.CollaborationState;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationSettings;
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
import dev.collab.model.Receipt;
import dev.collab.model.SettingsChange;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.model.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stored shapes, filled with what is easily cut, folded or rounded.
 *
 * @param at every time in them
 */
record Awkward(Instant at) {
    /** An emoji, both normal forms of one letter, a mark that turns the writing round, and what is no character. */
    static final String WORDS = "\uD83D\uDE00 e\u0301 \u00E9 '\"\\ %_ ; -- \u202E{} \uFFFF";

    private static final String BLANKS = "\t " + WORDS + " \n";

    ConversationHead head(int entries) {
        return new ConversationHead(
                CHAT,
                SHOP,
                new CustomerId(WORDS),
                BLANKS,
                Channel.EMAIL_TICKET,
                BLANKS,
                new CaseFacts(
                        new GroupId(WORDS), Set.of(WORDS, "b", "a"), Map.of(WORDS, BLANKS, "two", "2", "one", "1")),
                ConversationStatus.RESOLVED,
                new AgentId(WORDS),
                Long.MAX_VALUE,
                List.of(collaboration("two", "cy", null), collaboration("one", "bo", at)),
                List.of(invitation("2", null), invitation("1", new AgentId(WORDS))),
                CHAT,
                new ConversationHead.MergedInto(CHAT, Long.MAX_VALUE),
                new Counters(1, entries, entries, Long.MAX_VALUE, entries - 1),
                at,
                at);
    }

    Collaboration collaboration(String id, String agent, @Nullable Instant endsAt) {
        return new Collaboration(
                new CollaborationId(id + WORDS),
                new AgentId(agent),
                BLANKS,
                new Author(ActorKind.SYSTEM, WORDS, BLANKS),
                CollaborationOrigin.MENTIONED,
                endsAt == null ? null : new GroupId(WORDS),
                endsAt == null ? null : BLANKS,
                Level.OBSERVER,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                true,
                CollaborationState.SUSPENDED,
                at,
                endsAt,
                new Work(Integer.MAX_VALUE, Integer.MAX_VALUE, endsAt));
    }

    private Invitation invitation(String id, @Nullable AgentId agent) {
        boolean group = agent == null;
        return new Invitation(
                new InvitationId(id + WORDS),
                agent,
                group ? new GroupId(WORDS) : null,
                new Author(ActorKind.AGENT, "asha", BLANKS),
                group ? null : BLANKS,
                group ? null : BLANKS,
                Level.ADVISER,
                group ? null : Long.MAX_VALUE,
                group ? null : Duration.ofDays(36_500).plusNanos(1),
                Long.MAX_VALUE,
                group,
                at,
                at);
    }

    TimelineEntry entry(long sequence, @Nullable String text) {
        var second = new Attachment(new AttachmentId("b"), BLANKS, "text/plain", Long.MAX_VALUE);
        var first = new Attachment(new AttachmentId(WORDS), WORDS, "a/b", 0);
        return new TimelineEntry(
                CHAT,
                sequence,
                1,
                sequence,
                EntryKind.REPLY,
                Audience.PUBLIC,
                Set.of(),
                new Author(ActorKind.AGENT, WORDS, BLANKS),
                BLANKS,
                text,
                List.of(second, first),
                Map.of(WORDS, "", "", BLANKS, "b", "1", "a", "2"),
                Long.MAX_VALUE,
                at,
                false);
    }

    StoredReceipt receipt() {
        var command = new CommandRef(CHAT, ActorKind.SYSTEM, WORDS, new CommandKey(WORDS));
        return new StoredReceipt(
                command, BLANKS, new Receipt(Long.MAX_VALUE, Map.of(WORDS, WORDS, "b", "1", "a", "2"), at), at);
    }

    Notification notification() {
        return new Notification(
                new NotificationId(WORDS),
                SHOP,
                CHAT,
                ActorKind.CUSTOMER,
                WORDS,
                NotificationKind.OUTGOING_REPLY,
                1,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                WORDS,
                WORDS,
                at);
    }

    SettingsChange change() {
        var rule = new AddRule(
                BLANKS,
                Set.of(Adder.values()),
                Set.of(new GroupId(WORDS), new GroupId("a")),
                Set.of(Candidates.values()),
                Set.of(new GroupId(WORDS)),
                new CaseCondition(
                        Set.of(Channel.values()),
                        Set.of(new GroupId(WORDS)),
                        Set.of(WORDS, "a"),
                        Map.of(WORDS, Set.of(BLANKS, "", "a"), "none", Set.of())),
                Level.OBSERVER,
                Acceptance.INVITATION,
                Duration.ofDays(36_500).plusNanos(1));
        var collaboration = new CollaborationSettings(
                true,
                List.of(rule, AddRule.UNLESS_SAID),
                Integer.MAX_VALUE,
                WhenSwitchedOff.KEEP,
                false,
                true,
                true,
                Duration.ofNanos(1),
                Duration.ofDays(36_500).plusNanos(1));
        var usual = ConversationSettings.DEFAULTS;
        var conversations = new ConversationSettings(
                usual.identity(),
                usual.groupReading(),
                true,
                true,
                usual.whenResolved(),
                usual.collision(),
                Integer.MAX_VALUE,
                Duration.ZERO,
                Duration.ofNanos(1));
        var before = InboxSettings.untouched(SHOP);
        var after =
                new InboxSettings(SHOP, 1, Long.MAX_VALUE, Long.MAX_VALUE, at, BLANKS, collaboration, conversations);
        return new SettingsChange(new AgentId(WORDS), at, before, after);
    }
}
