package dev.collab.tck.storage;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationState;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.EndReason;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.EntryKind;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Level;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.model.Receipt;
import dev.collab.model.SettingsChange;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that many tests need and none is about. */
final class Samples {
    static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
    static final InboxId SHOP = new InboxId("shop");
    static final ConversationId CHAT = new ConversationId("chat");
    static final AgentId ASHA = new AgentId("asha");
    static final AgentId BO = new AgentId("bo");
    static final CustomerId CARL = new CustomerId("carl");

    private Samples() {}

    /** Of which the last entry is the customer's to see. */
    static ConversationHead head(ConversationId id, long revision, long entries, long customerEntries) {
        return head(id, revision, entries, customerEntries, Math.max(entries - 1, 0));
    }

    static ConversationHead head(
            ConversationId id, long revision, long entries, long customerEntries, long newestPublic) {
        return new ConversationHead(
                id,
                SHOP,
                CARL,
                "Carl",
                Channel.LIVE_CHAT,
                null,
                CaseFacts.of(null),
                ConversationStatus.OPEN,
                null,
                0,
                List.of(),
                List.of(),
                null,
                null,
                new Counters(revision, entries, customerEntries, customerEntries, newestPublic),
                NOW,
                NOW);
    }

    static TimelineEntry message(ConversationId id, long sequence, long revision, long customerSequence, String text) {
        return new TimelineEntry(
                id,
                sequence,
                revision,
                customerSequence,
                EntryKind.CUSTOMER_MESSAGE,
                Audience.PUBLIC,
                Set.of(),
                new Author(ActorKind.CUSTOMER, CARL.value(), "Carl"),
                null,
                text,
                List.of(),
                Map.of(),
                null,
                NOW,
                false);
    }

    static TimelineEntry note(
            ConversationId id, long sequence, long revision, Audience audience, Set<AgentId> readers) {
        return new TimelineEntry(
                id,
                sequence,
                revision,
                null,
                EntryKind.NOTE,
                audience,
                readers,
                new Author(ActorKind.AGENT, ASHA.value(), "Asha"),
                null,
                "note " + sequence,
                List.of(),
                Map.of(),
                null,
                NOW,
                false);
    }

    static CommandRef command(ConversationId id, String key) {
        return new CommandRef(id, ActorKind.CUSTOMER, CARL.value(), new CommandKey(key));
    }

    static StoredReceipt receipt(ConversationId id, String key, Instant keepUntil) {
        return new StoredReceipt(
                command(id, key), "hash of " + key, new Receipt(0, Map.of("entry", "0"), NOW), keepUntil);
    }

    static StoredReceipt receipt(ConversationId id, String key) {
        return receipt(id, key, NOW.plus(Duration.ofDays(7)));
    }

    static Notification notification(String id, ConversationId conversation, String agent, long revision, int ordinal) {
        return new Notification(
                new NotificationId(id),
                SHOP,
                conversation,
                ActorKind.AGENT,
                agent,
                NotificationKind.CUSTOMER_WROTE,
                revision,
                ordinal,
                revision - 1,
                CARL.value(),
                null,
                NOW);
    }

    static EndedCollaboration ended(String id) {
        var collaboration = new Collaboration(
                new CollaborationId(id),
                BO,
                "Bo",
                new Author(ActorKind.AGENT, ASHA.value(), "Asha"),
                CollaborationOrigin.ADDED,
                null,
                null,
                Level.RESPONDER,
                0,
                0,
                0,
                false,
                CollaborationState.ACTIVE,
                NOW,
                null,
                Work.NONE);
        return new EndedCollaboration(SHOP, CHAT, collaboration, EndReason.LEFT, NOW);
    }

    /** Makes the next revision of the settings, told apart by the public name. */
    static SettingsChange change(InboxSettings before) {
        var after = new InboxSettings(
                before.inbox(),
                before.revision() + 1,
                before.epoch(),
                before.invitationEpoch(),
                before.epochSince(),
                "name " + (before.revision() + 1),
                before.collaboration(),
                before.conversations());
        return new SettingsChange(ASHA, NOW, before, after);
    }
}
